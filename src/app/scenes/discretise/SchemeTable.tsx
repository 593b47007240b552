import { MarkSign, type Scheme } from '../../../viz/discretise/Mark';
import { Tex } from '../../../viz/Tex';
import { size, times, scale, type Complex } from './complex';
import { NARROW } from '../../frame/geometry';
import { codeScheme, digits, sameDigits } from './derive';
import { abar, bfactor, SCHEMES } from './schemes';
import { words as sceneWords } from './words';

const DELTA = String.raw`\htmlClass{sy-delta}{\Delta}`;
const A = String.raw`\htmlClass{sy-A}{A}`;
const B = String.raw`\htmlClass{sy-B}{B}`;
const EXP = `e^{${DELTA}${A}}`;
const HALF = `${DELTA}${A}/2`;

/** How each way writes Ā and B̄. */
const FORMULAS: Record<Scheme, { A: string; B: string }> = {
  mamba: { A: EXP, B: DELTA + B },
  zoh: { A: EXP, B: `(${DELTA}${A})^{-1}(${EXP}-1)\\,${DELTA}${B}` },
  euler: { A: `1+${DELTA}${A}`, B: DELTA + B },
  bilinear: {
    A: `(1+${HALF})/(1-${HALF})`,
    B: `${DELTA}${B}/(1-${HALF})`,
  },
};

const ROOMY = 820;

interface SchemeTableProps {
  kind: string;
  /** Of the stage: below ROOMY formulas are left out, below NARROW names are short. */
  width: number;
  caption: string;
  z: Complex;
  delta: number;
  B: Complex;
  /** h after the last step, by each way. */
  ends: Record<Scheme, Complex>;
}

/** What each way makes of the last step: formulas, their numbers, and where they lead. The code's own first. */
export function SchemeTable({ kind, width, caption, z, delta, B: b, ends }: SchemeTableProps) {
  const words = sceneWords.use();
  const narrow = width < ROOMY;
  const terse = width < NARROW;
  const code = codeScheme(kind);
  const order = SCHEMES.toSorted((p, q) => Number(q === code) - Number(p === code));
  const note: Record<Scheme, string> = {
    mamba: code === 'mamba' ? words.inCode : words.inOtherCode,
    zoh: code === 'zoh' ? words.inCode : words.inPaper,
    euler: '',
    bilinear: words.inS4,
  };
  const Abars = sameDigits(order.map((s) => abar(s, z)));
  const Bbars = sameDigits(order.map((s) => scale(times(bfactor(s, z), b), delta)));
  const hs = sameDigits(order.map((s) => ends[s]));
  return (
    <div className="dz-table">
      <table className="num">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.way}</th>
            <th scope="col" colSpan={narrow ? 1 : 2}>
              <span className="hidden">{words.table.Abar}</span>
              <span aria-hidden="true">
                <Tex tex={String.raw`\htmlClass{sy-A}{\bar A}`} />
              </span>
            </th>
            <th scope="col" colSpan={narrow ? 1 : 2}>
              <span className="hidden">{words.table.Bbar}</span>
              <span aria-hidden="true">
                <Tex tex={String.raw`\htmlClass{sy-B}{\bar B}`} />
              </span>
            </th>
            <th scope="col">{terse ? words.table.ratioShort : words.table.ratio}</th>
            <th scope="col">
              <span className="hidden">{words.table.h}</span>
              <span aria-hidden="true">
                <Tex tex={String.raw`\htmlClass{sy-h}{h}_t`} />
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((scheme, i) => {
            const ratio = size(bfactor(scheme, z)) / size(bfactor('zoh', z));
            return (
              <tr key={scheme} className={scheme === code ? 'code' : undefined}>
                <th scope="row">
                  <MarkSign scheme={scheme} />
                  <span>
                    {terse ? words.short[scheme] : words.scheme[scheme]}
                    {note[scheme] && <small>{note[scheme]}</small>}
                  </span>
                </th>
                {!narrow && (
                  <td className="formula-cell">
                    <Tex tex={FORMULAS[scheme].A} />
                  </td>
                )}
                <Numbers parts={Abars[i]} />
                {!narrow && (
                  <td className="formula-cell">
                    <Tex tex={FORMULAS[scheme].B} />
                  </td>
                )}
                <Numbers parts={Bbars[i]} />
                <td>{scheme === 'zoh' ? '1' : digits(ratio)}</td>
                <Numbers parts={hs[i]} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A number; of a complex one, real part above and imaginary part below. */
function Numbers({ parts }: { parts: readonly string[] }) {
  return (
    <td>
      {parts.map((part, i) => (
        // The same place with another number: its text alone changes.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i} className="part">
          {part}
        </span>
      ))}
    </td>
  );
}
