import { createContext, use } from 'react';
import { en, type Strings } from './strings.en';

/** The language of the page. A second one joins by being put here. */
export const TextContext = createContext<Strings>(en);

export const useText = (): Strings => use(TextContext);
