import { createContext, use } from 'react';
import { en, type Strings } from './strings.en';

export type Language = 'en';

/** The words of the page. A second language joins by being put here. */
export const TextContext = createContext<Strings>(en);

export const useText = (): Strings => use(TextContext);

/** The language of the page. */
export const useLanguage = (): Language => useText().language as Language;

/** A scene's own words, of its `strings.<language>.ts`, for components (`use`) and for plain functions (`of`). */
export function localised<T>(words: Record<Language, T>) {
  return { use: (): T => words[useLanguage()], of: (language: Language): T => words[language] };
}
