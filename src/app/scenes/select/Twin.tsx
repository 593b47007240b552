import { fixed } from '../../../viz/format';
import { firstDifference } from '../../../viz/text/firstDifference';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { isTurned } from '../../store/state';
import { useApp } from '../../store/store';
import { useCompute, type Computing } from '../../store/useCompute';
import { meanBits, promptLength } from './derive';
import { FreezeAll } from './FreezeAll';
import { Excerpt } from './Next';
import { isInvariant, type Reading } from './reading';
import { TWIN } from './twinOf';
import { words as sceneWords } from './words';

/** Knowing nothing of a vocabulary costs this many bits a word: the end of the bars. */
const knowingNothing = (vocabulary: number): number => Math.log2(vocabulary);

/** What selection is worth on this text: the surprise of the live model beside that of its time-invariant twin. */
export function Twin({ r }: { r: Reading }) {
  const words = sceneWords.use().twin;
  const tokens = useApp((s) => s.yours.tokens);
  const turned = useApp((s) => s.shownIntervention);
  const isS4 = r.model.kind === 'S4D';
  const length = promptLength(tokens);
  const live = useCompute({ kind: 'surprise', under: 'before' });
  const twin = useCompute(isS4 ? null : { kind: 'surprise', under: TWIN });
  // What the reader turned has a row of its own, unless it is the twin itself.
  const isTwin =
    turned.layer === 'all' &&
    isInvariant(turned, r.layer) &&
    turned.deltaScale === 1 &&
    turned.aScale === 1;
  const own = useCompute(isTurned(turned) && !isTwin ? { kind: 'surprise', under: 'yours' } : null);
  const most = knowingNothing(r.model.vocabSize);
  const row = (name: string, of: Computing, tone: string) => (
    <Bits key={name} name={name} of={of} length={length} most={most} tone={tone} />
  );
  return (
    <Figure title={words.heading} className="select-twin">
      <p className="select-say">
        <Rich text={isS4 ? `${words.s4} ${words.s4bits(length - 1)}` : words.text(length - 1)} />
      </p>
      {length < 2 ? (
        <p className="absent-lane">{words.short}</p>
      ) : (
        <dl className="twin-bits num" aria-label={words.label}>
          {row(words.live, live, 'before')}
          {!isS4 && row(words.twin, twin, isTwin ? 'yours' : 'calm')}
          {isTurned(turned) && !isTwin && row(words.yours, own, 'yours')}
        </dl>
      )}
      {!isS4 && (
        <>
          <Texts isTwin={isTwin} />
          <FreezeAll layer="all" freeze={words.freeze} letGo={words.letGo} />
        </>
      )}
    </Figure>
  );
}

interface BitsProps {
  name: string;
  of: Computing;
  /** Tokens of the prompt, which neither of the models wrote. */
  length: number;
  most: number;
  tone: string;
}

function Bits({ name, of, length, most, tone }: BitsProps) {
  const words = sceneWords.use().twin;
  const bits = of.value && meanBits(of.value.values, 0, length);
  const width = bits === null ? 0 : Math.min(1, bits / most) * 100;
  return (
    <div className={tone}>
      <dt>{name}</dt>
      <dd>
        <span className="twin-bar">
          <i style={{ width: `${width.toFixed(2)}%` }} />
        </span>
        {bits === null ? (
          <span className="cap">{of.problem ? words.failed : words.pending}</span>
        ) : (
          <span>
            <b>{fixed(bits)}</b> {words.bits}
          </span>
        )}
      </dd>
    </div>
  );
}

/** Once it runs: what the twin writes, beside the live model. */
function Texts({ isTwin }: { isTwin: boolean }) {
  const words = sceneWords.use().twin;
  const yours = useApp((s) => s.yours);
  const before = useApp((s) => s.before);
  if (!isTwin) return null;
  const mark = firstDifference(before.tokens, yours.tokens);
  return (
    <div className="texts">
      <div>
        <h3>{words.liveWrites}</h3>
        <Excerpt run={before} mark={mark} caret={false} />
      </div>
      <div className="yours">
        <h3>{words.writes}</h3>
        <Excerpt run={yours} mark={mark} caret={!yours.ended} />
      </div>
    </div>
  );
}
