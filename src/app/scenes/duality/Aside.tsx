import { percent } from '../../../viz/format';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import type { FormulaPart } from '../../../viz/formula/formula';
import { logScale } from '../../../viz/slider/scale';
import { Tex } from '../../../viz/Tex';
import { SymbolSlider } from '../../../viz/slider/SymbolSlider';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { MOST_WORDS, rowParts, wordAt } from './derive';
import { headRun } from './head';
import { useView } from './view';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  if (kind === 'Mamba') return <Rich text={words.leadMamba} />;
  return <Rich text={kind === 'S4D' ? words.leadS4 : words.lead} />;
}

/** y of the cursor's word, in its two halves: attention inside the chunk, a state for all before. */
export function Formula() {
  const words = sceneWords.use();
  const tokens = useApp((s) => s.yours.tokens);
  const model = useApp((s) => s.model);
  const trace = useApp((s) => s.trace);
  const { place, worked, before, chunkSize } = useView();
  if (!model.heads) return <Implied />;
  if (!place || !worked) return null;
  const { stretch, mixing } = worked;
  const now = rowParts(stretch, mixing, place.i, place.p, chunkSize);
  const run = before && headRun({ model, trace, cursor: { channel: place.channel } }, 'before');
  const was = run && before && rowParts({ ...stretch, run }, before, place.i, place.p, chunkSize);
  const term = (part: keyof typeof now, tex: string, symbol?: 'y' | 'h' | 'x'): FormulaPart => ({
    tex,
    symbol,
    value: now[part],
    ...(was && { before: was[part] }),
    digits: 3,
    say: words.say[part],
  });
  const inside = (place.i % chunkSize) + 1;
  return (
    <>
      <FormulaGrid
        place={
          <>
            {words.at} <b>{wordAt(tokens, place.token)}</b>,{' '}
            {words.placeIn(place.run.layer, place.run.head, place.channel)}
          </>
        }
        parts={[
          term('y', 'y_t', 'y'),
          { op: '=' },
          term('inside', String.raw`\;M\Delta x\;`),
          { op: '+' },
          term('through', 'C h', 'h'),
          { op: '+' },
          term('skip', 'D x', 'x'),
        ]}
        rows={words.rows}
      />
      <p className="du-formula-note num">{words.formulaNote(inside, place.token + 1 - inside)}</p>
    </>
  );
}

/** What a channel of Mamba or S4 has in place of L ∘ C Bᵀ. */
function Implied() {
  const words = sceneWords.use();
  const tokens = useApp((s) => s.yours.tokens);
  const { token, layer, channel } = useApp((s) => s.cursor);
  const kind = useApp((s) => s.model.kind);
  return (
    <>
      <p className="formula-place">
        {words.at} <b>{wordAt(tokens, token)}</b>, {words.inChannel(layer, channel)}
      </p>
      <p className="du-implied">
        <Tex tex={kind === 'S4D' ? CONVOLUTION : SUM_OF_STATES} />
      </p>
    </>
  );
}

const SUM_OF_STATES = String.raw`M_{ij} = \sum_n \htmlClass{sy-C}{C}_{in}\,\htmlClass{sy-A}{\bar A}_{j+1,n}\cdots\htmlClass{sy-A}{\bar A}_{i,n}\,\htmlClass{sy-B}{\bar B}_{jn}`;
const CONVOLUTION = String.raw`M_{ij} = \bar K_{i-j}`;

const SCALE = logScale(1, MOST_WORDS, 1, 1);
const TICKS = [1, 2, 4, 8, 16, 32, 64];
const MARKS = [
  { value: 1, text: '1' },
  { value: 64, text: '64' },
];

/** Cuts the matrix into chunks. */
export function Controls() {
  const words = sceneWords.use().chunk;
  const { chunkSize, setChunkSize, worked } = useView();
  const hasHeads = useApp((s) => s.model.heads !== null);
  if (!hasHeads || !worked)
    return (
      <section className="du-controls" aria-label={words.heading}>
        <h2>{words.heading}</h2>
        <p>{words.none}</p>
      </section>
    );
  const { size } = worked.mixing;
  const count = Math.ceil(size / chunkSize);
  const rest = size - (count - 1) * chunkSize;
  const pairs = (n: number) => (n * (n + 1)) / 2;
  const share = ((count - 1) * pairs(chunkSize) + pairs(rest)) / pairs(size);
  return (
    <section className="du-controls" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <SymbolSlider
        letter={<b className="sym">Q</b>}
        label={words.label}
        value={chunkSize}
        scale={SCALE}
        ticks={TICKS}
        marks={MARKS}
        ends={words.ends}
        format={words.format}
        say={words.say}
        onChange={setChunkSize}
      />
      <p className="num">
        {chunkSize === 1
          ? words.one
          : count === 1
            ? words.all
            : words.some(count, percent(share), percent(1 - share))}
      </p>
    </section>
  );
}
