import { useMemo } from 'react';
import { ErrorPlot } from '../../../viz/discretise/ErrorPlot';
import { MarkSign, type Scheme } from '../../../viz/discretise/Mark';
import { PlaneMap } from '../../../viz/discretise/PlaneMap';
import { Tex } from '../../../viz/Tex';
import { Figure } from '../../frame/Figure';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { power, size, type Complex } from './complex';
import { codeScheme, complexText, digits, percentage } from './derive';
import { abar, codeError, errorCurve, isStable, SCHEMES } from './schemes';
import { useView } from './view';
import { words as sceneWords } from './words';

/** Real parts shown of ΔA and of Ā. */
const S_RANGE = [-4.4, 1] as const;
const Z_RANGE = [-2.2, 1.6] as const;
const S_TICKS = [-4, -3, -2, -1, 0, 1];
const Z_TICKS = [-2, -1, 0, 1];
/** How each way maps ΔA. Mamba's code has the first one too. */
const DA = String.raw`\htmlClass{sy-delta}{\Delta}\htmlClass{sy-A}{A}`;
const MAPS = [
  { scheme: 'zoh', tex: `e^{${DA}}` },
  { scheme: 'euler', tex: `1+${DA}` },
  { scheme: 'bilinear', tex: `(1+${DA}/2)/(1-${DA}/2)` },
] as const;
/** Powers of Ā that are drawn. */
const TRAIL = 40;
/** How far an arrow key moves ΔA, and with Shift. */
const KEY = 0.05;
const LARGE = 0.5;
/** A is −exp(A_log): as near to 0 as you like, never there. */
const NEAREST = -0.005;
/** Decades of |ΔA| and of the error. */
const X_DECADES = [-3, 1.4] as const;
const Y_DECADES = [-6, 2] as const;

interface PlanesProps {
  A: Complex;
  delta: number;
  z: Complex;
  /** ΔA of the untouched model, while the model is turned. */
  before: Complex | null;
  moved: boolean;
}

/** From ΔA to Ā: which half-plane becomes the inside of the circle, and who stays inside. */
export function Planes({ delta, z, before, moved }: PlanesProps) {
  const words = sceneWords.use().planes;
  const view = useView();
  const { geometry: g } = useTapeColumns();
  const kind = useApp((s) => s.model.kind);
  const turns = kind === 'S4D' || z[1] !== 0;
  const side = g.narrow ? Math.min(330, g.width - 40) : Math.min(264, (g.right - 60) * 0.29);
  const points = SCHEMES.filter((s) => s !== 'mamba').map((scheme) => ({
    scheme,
    at: abar(scheme, z),
  }));
  const trail = useMemo(
    () => Array.from({ length: TRAIL }, (_, k) => power(abar('zoh', z), k + 1)),
    [z],
  );
  const set = (re: number, im: number) =>
    view.move({ re: Math.min(NEAREST, re) / delta, im: turns ? im / delta : null });
  const at = (scheme: Scheme) => complexText(abar(scheme, z));
  return (
    <Figure title={words.heading} className="dz-planes">
      <div className="dz-pair">
        <div>
          <h3>{words.s}</h3>
          <PlaneMap
            size={side}
            range={S_RANGE}
            disc={null}
            dashed={-1}
            ticks={S_TICKS}
            label={words.sLabel(complexText(z))}
            ghost={before}
            stable={words.sStable}
            re={words.sRe}
            im={words.sIm}
            handle={{
              label: turns ? words.handleComplex : words.handle,
              text: `ΔA = ${complexText(z)}`,
              now: z[0],
              im: z[1],
              min: S_RANGE[0],
              max: 0,
              moved,
              onMove: set,
              onKey: (right, up, large) => {
                const by = large ? LARGE : KEY;
                const along = turns ? right : right || up;
                set(z[0] + along * by, z[1] + (turns ? up * by : 0));
              },
            }}
          />
        </div>
        <div>
          <h3>{words.z}</h3>
          <PlaneMap
            size={side}
            range={Z_RANGE}
            disc={0}
            ticks={Z_TICKS}
            points={points}
            trail={trail}
            ghost={before && abar('zoh', before)}
            label={words.zLabel(at('zoh'), at('euler'), at('bilinear'))}
            stable={words.zStable}
            re={words.sRe}
            im={words.sIm}
          />
        </div>
      </div>
      <ul className="dz-maps">
        {MAPS.map(({ scheme, tex }) => (
          <li key={scheme}>
            <MarkSign scheme={scheme} /> <Tex tex={tex} />
          </li>
        ))}
      </ul>
      <p className="dz-note">
        <b>{isStable('euler', z) ? words.stable : words.unstable}</b> {words.dashed} {words.trail}
      </p>
    </Figure>
  );
}

/** The error of each way as Δ grows, at this A. */
export function Errors({ A, z }: PlanesProps) {
  const words = sceneWords.use();
  const kind = useApp((s) => s.model.kind);
  const { geometry: g } = useTapeColumns();
  const curves = useMemo(
    () =>
      (['euler', 'mamba', 'bilinear'] as const).map((scheme) => ({
        scheme,
        points: errorCurve(scheme, A, 10 ** X_DECADES[0], 10 ** X_DECADES[1]),
        label: words.errors.order[scheme],
      })),
    [A, words],
  );
  const error = codeError(z);
  const name = codeScheme(kind) === 'mamba' ? `${words.codeLabel}: ` : 'ΔB: ';
  return (
    <Figure title={words.errors.heading} className="dz-errors">
      <ErrorPlot
        width={g.narrow ? g.width - 32 : Math.max(280, (g.right - 60) * 0.38)}
        height={g.narrow ? 280 : 290}
        curves={curves}
        x={X_DECADES}
        y={Y_DECADES}
        at={size(z)}
        marked={{ scheme: 'mamba', error, text: `${name}${percentage(error)}` }}
        exact={{ scheme: 'zoh', text: words.errors.exact }}
        names={{ x: words.errors.x, y: words.errors.y, here: words.errors.here }}
        label={words.errors.label(digits(size(z)), percentage(error))}
      />
      <p className="dz-note">{words.errors.note}</p>
    </Figure>
  );
}
