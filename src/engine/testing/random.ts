export { Random } from '../random';
