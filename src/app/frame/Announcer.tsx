import { useEffect, useState } from 'react';
import { fixed, percent } from '../../viz/format';
import { firstDifference } from '../../viz/text/firstDifference';
import { type AppState, isTurned } from '../store/state';
import { useApp } from '../store/store';
import type { Strings } from '../strings.en';
import { useText } from '../text';
import { whatAndWhere } from './turn';
import { spokenName } from './wordName';

/** Readers who hold an arrow key down want the word they stop at, not all on the way. */
const REST_MS = 250;

/** Says what the eye would see change: the cursor's word, and what turning a slider has done. */
export function Announcer() {
  return (
    <>
      <Place />
      <Change />
    </>
  );
}

/** The cursor's word when the reader steps; keeps quiet while it plays. */
function Place() {
  const text = useText();
  const index = useApp((s) => s.cursor.token);
  const token = useApp((s) => s.yours.tokens[s.cursor.token]);
  const total = useApp((s) => s.yours.tokens.length);
  const playing = useApp((s) => s.playing);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (playing || !token) return;
    const timer = setTimeout(() => {
      const place = text.tape.at(spokenName(token.text, text), index + 1, total);
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

/** That the live model has come, and what the interventions have done to text and chances. */
function Change() {
  const text = useText();
  const news = useApp((s) => s.shownIntervention);
  const recorded = useApp((s) => s.recorded);
  const playing = useApp((s) => s.playing);
  const sentence = useApp((s) => changeSentence(s, text));
  const [first] = useState(news);
  const [said, setSaid] = useState('');
  useEffect(() => {
    // At first nothing has been turned, and nothing put back.
    if (playing || (recorded && news === first)) return;
    const timer = setTimeout(() => setSaid(sentence), REST_MS);
    return () => clearTimeout(timer);
  }, [news, first, recorded, playing, sentence]);
  return (
    <p className="hidden" aria-live="polite">
      {said}
    </p>
  );
}

/** What a turned slider has done, in a sentence; “as it was” while nothing is turned. */
export function changeSentence(
  { shownIntervention, yours, before, moment }: AppState,
  text: Strings,
): string {
  const { changes } = text;
  if (!isTurned(shownIntervention)) return changes.untouched;
  const at = firstDifference(before.tokens, yours.tokens);
  const words =
    at === null
      ? changes.same
      : changes.differs(
          spokenName(before.tokens[at].text, text).trim(),
          spokenName(yours.tokens[at].text, text).trim(),
        );
  const top = moment?.yours.next.top[0];
  const was = top && moment.before?.next.top.find((c) => c.id === top.id);
  const next =
    top && was ? changes.next(spokenName(top.text, text), percent(was.p), percent(top.p)) : '';
  return `${whatAndWhere(shownIntervention, text)}: ${words} ${next}`.trim();
}
