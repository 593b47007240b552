import type { ReactNode } from 'react';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import type { Scheme } from '../../../viz/discretise/Mark';
import { Tex } from '../../../viz/Tex';
import { toWord } from '../../../viz/tape/words';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { scale, type Complex } from './complex';
import { codeScheme, complexText, digits } from './derive';
import { abar, bfactor, codeError, codeRatio, walk } from './schemes';
import type { System } from './system';
import { movesA, useSystem, useView } from './view';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  return <Rich text={sceneWords.use().lead} />;
}

/** Decimals that show a number as small as this one. */
const decimals = (value: number): number => (Math.abs(value) >= 0.095 || value === 0 ? 2 : 3);

/** One step's numbers as the code has them; null without a step. */
function stepOf(system: System | null, code: Scheme) {
  if (!system) return null;
  const { A, h0, steps } = system;
  const [step] = steps;
  const z = scale(A, step.delta);
  const Bbar = scale(bfactor(code, z), step.delta * step.B);
  return { h: walk(code, A, [step], h0)[0], Abar: abar(code, z), h0, Bbar, x: step.x };
}

/** The step as the code takes it, with its numbers; and what full ZOH would have made of B. */
export function Formula() {
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  const tokens = useApp((s) => s.yours.tokens);
  const { moved } = useView();
  const system = useSystem(1);
  if (!system) return null;
  const { before, shown, delta, z } = system;
  const [step] = shown.steps;
  const code = codeScheme(kind);
  const toy = moved.delta !== null || movesA(moved);
  const { h, Bbar: B } = stepOf(shown, code)!;
  // The untouched model's numbers, while nothing is a toy.
  const was = toy ? null : stepOf(before, code);
  const term = (
    tex: string,
    symbol: 'h' | 'A' | 'B' | 'x',
    value: number,
    say: string,
    old: number | undefined,
  ) => ({ tex, symbol, value, before: old, digits: decimals(value), say });
  const ratio = digits(codeRatio(z));
  // Real parts alone would not add up.
  const turns = z[1] !== 0;
  const place = (
    <>
      {toy ? words.toyAt : words.at} <b>{toWord(tokens[step.token].text).text}</b>,{' '}
      {words.placeIn(shown.layer, shown.channel, shown.state)}
    </>
  );
  return (
    <div className="dz-formula">
      {turns ? (
        <ComplexStep
          place={place}
          h={h}
          Abar={abar(code, z)}
          before={shown.h0}
          Bbar={B}
          x={step.x}
        />
      ) : (
        <FormulaGrid
          place={place}
          parts={[
            term('h_t', 'h', h[0], words.say.h, was?.h[0]),
            { op: '=' },
            term('\\bar A', 'A', abar(code, z)[0], words.say.Abar, was?.Abar[0]),
            term('h_{t-1}', 'h', shown.h0[0], words.say.hBefore, was?.h0[0]),
            { op: '+' },
            term(
              '\\bar B',
              'B',
              B[0],
              words.say[code === 'zoh' ? 'BbarZoh' : 'Bbar'],
              was?.Bbar[0],
            ),
            term('x_t', 'x', step.x, words.say.x, was?.x),
          ]}
          rows={words.rows}
        />
      )}
      {code === 'mamba' ? (
        <>
          <dl className="dz-bbar num">
            <div className="code">
              <dt>
                {words.codeIs} <b className="sym sy-B">B̄</b> = ΔB
              </dt>
              <dd>{digits(delta * step.B)}</dd>
            </div>
            <div>
              <dt>
                {words.zohIs} <b className="sym sy-B">B̄</b>
              </dt>
              <dd>{digits(delta * step.B * bfactor('zoh', z)[0])}</dd>
            </div>
          </dl>
          <p className="dz-note num">
            <Rich text={codeError(z) < 0.02 ? words.verdictSame(ratio) : words.verdict(ratio)} />
          </p>
        </>
      ) : (
        <p className="dz-note num">
          <Rich text={words.verdictS4} /> <Rich text={words.verdictS4Mamba(ratio)} />
        </p>
      )}
    </div>
  );
}

const STEP = String.raw`\htmlClass{sy-h}{h_t}=\htmlClass{sy-A}{\bar A}\,\htmlClass{sy-h}{h_{t-1}}+\htmlClass{sy-B}{\bar B}\,\htmlClass{sy-x}{x_t}`;

interface ComplexStepProps {
  place: ReactNode;
  h: Complex;
  Abar: Complex;
  before: Complex;
  Bbar: Complex;
  x: number;
}

/** The same of complex numbers, which need a line each. */
function ComplexStep({ place, h, Abar, before, Bbar, x }: ComplexStepProps) {
  const rows: [string, string, Complex][] = [
    ['h', 'h_t', h],
    ['A', String.raw`\bar A`, Abar],
    ['h', 'h_{t-1}', before],
    ['B', String.raw`\bar B`, Bbar],
    ['x', 'x_t', [x, 0]],
  ];
  return (
    <>
      <p className="formula-place">{place}</p>
      <Tex tex={STEP} />
      <dl className="dz-bbar num">
        {rows.map(([symbol, tex, value]) => (
          <div key={tex}>
            <dt>
              <Tex tex={String.raw`\htmlClass{sy-${symbol}}{${tex}}`} />
            </dt>
            <dd>{complexText(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
