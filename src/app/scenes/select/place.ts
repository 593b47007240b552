import { useCallback } from 'react';
import { wordName } from '../../frame/wordName';
import { useApp } from '../../store/store';
import { useText } from '../../text';

/** The word at a token, as it is named in sentences. */
export function useWordAt(): (token: number) => string {
  const text = useText();
  const tokens = useApp((s) => s.yours.tokens);
  return useCallback((t: number) => wordName(tokens[t]?.text ?? '', text), [tokens, text]);
}
