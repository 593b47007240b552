import { count, fixed } from '../../../viz/format';
import { Tex, texText } from '../../../viz/Tex';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { contextWords, isHere, probabilityOf, stateNumbers } from './derive';
import { useCandidate } from './focus';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  const words = sceneWords.use();
  const model = useApp((s) => s.model);
  return <Rich text={words.lead(count(stateNumbers(model)))} />;
}

/** How one of the candidates came by its chance. */
export function Formula() {
  const words = sceneWords.use();
  const moment = useApp((s) => s.moment);
  const tokens = useApp((s) => s.yours.tokens);
  const here = useApp(isHere);
  const recorded = useApp((s) => s.recorded);
  const { hovered, chosen } = useCandidate();
  const one = moment && (here || !recorded) ? probabilityOf(moment, hovered ?? chosen) : null;
  if (!moment || !one) return <p className="absent">{words.next.recorded}</p>;
  const { yours, before } = moment;
  const was = before && fixed(before.next.entropy);
  const context = contextWords(tokens, yours.token);
  const name = /^[\u0020-\u007e\u00a0-\u017f’“”]+$/.test(one.word) ? one.word : 'w';
  return (
    <div className={`formula num ${here ? '' : 'trailing'}`}>
      <p className="cap">
        {words.place.after} <b>“{context}”</b> {words.place.candidate} <b>{one.word}</b>
      </p>
      <Tex tex={`p(\\text{${texText(name)}})=\\frac{e^{\\,\\ell}}{\\sum_j e^{\\,\\ell_j}}`} />
      <p className="live">
        <i>=</i> e
        <sup>
          {fixed(one.logit)} − {fixed(one.logSumExp)}
        </sup>{' '}
        <i>=</i> <b className={before ? 'yours' : ''}>{fixed(one.p)}</b>{' '}
        {one.before !== null && <small>{words.was(fixed(one.before))}</small>}
      </p>
      <p className="cap">
        <Rich text={words.undecided(fixed(yours.next.entropy), was)} />
      </p>
    </div>
  );
}
