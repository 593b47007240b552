import { useEffect, useState } from 'react';
import { fixed } from '../../viz/format';
import { useApp } from '../store/store';
import { useText } from '../text';
import { wordName } from './wordName';

/** Readers who hold an arrow key down want the word they stop at, not all on the way. */
const REST_MS = 250;

/** Says the cursor's word to screen readers when the reader steps; keeps quiet while it plays. */
export function Announcer() {
  const text = useText();
  const index = useApp((s) => s.cursor.token);
  const token = useApp((s) => s.yours.tokens[s.cursor.token]);
  const total = useApp((s) => s.yours.tokens.length);
  const playing = useApp((s) => s.playing);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (playing || !token) return;
    const timer = setTimeout(() => {
      const place = text.tape.at(wordName(token.text, text), index + 1, total);
      const bits = token.surprise === null ? '' : `, ${text.tape.bits(fixed(token.surprise, 1))}`;
      setSaid(place + bits);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [index, token, total, playing, text]);
  return (
    <p className="hidden" aria-live="polite">
      {said}
    </p>
  );
}
