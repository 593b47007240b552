import { localised } from '../../text';
import { en } from './strings.en';

export const words = localised({ en });
