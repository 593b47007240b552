import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { Roofline, type Roof, type RoofPoint } from '../../../viz/memory/Roofline';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { A100, leastSeconds } from './devices';
import { totals } from './kernels';
import { secondsOf } from './RunFigure';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bandwidthText, bytesText, rateText, timeText } from './write';

/** Ends of the axes, powers of ten. They never move. */
const X = [-1, 2] as const;
const Y = [7, 14] as const;

/** What memory and arithmetic of a device allow both ways, and what was measured. */
export function RoofFigure() {
  const words = sceneWords.use().roof;
  const { pass, sizes, measured } = useMemoryView();
  const { geometry: g } = useTapeLayout();
  const left = g.narrow ? g.x0 : 20;
  const width = g.width > 880 ? Math.floor(g.width / 2) - left - 12 : g.right - left;
  const copied =
    measured?.copy?.state === 'done' && measured.copy.bytes
      ? (1e6 * measured.copy.bytes.least) / measured.copy.timing.microseconds
      : null;
  const { points, least } = useMemo(() => {
    const of = (id: 'unfused' | 'fused'): RoofPoint => {
      const { intensity } = totals(id, pass, sizes);
      // What was run is a forward pass in f32, at its own sizes.
      const ran = measured ? totals(id, 'forward', measured.sizes) : null;
      const seconds = measured ? secondsOf(measured[id]) : null;
      const here = ran !== null && Math.abs(ran.intensity / intensity - 1) < 0.02;
      return {
        id,
        name: words.points[id],
        intensity,
        bound: Math.min(A100.peak, A100.hbm * intensity),
        measured: here && seconds ? ran.ops / seconds : null,
      };
    };
    const time = (id: 'unfused' | 'fused'): string => {
      const { bytes, ops } = totals(id, pass, sizes);
      return timeText(leastSeconds(bytes, ops, A100));
    };
    return {
      points: [of('unfused'), of('fused')],
      least: words.least(time('unfused'), time('fused')),
    };
  }, [pass, sizes, measured, words]);
  const roofs: Roof[] = [
    ...(copied === null
      ? []
      : [{ bandwidth: copied, peak: null, name: words.copy(bytesText(copied)) }]),
    {
      bandwidth: A100.hbm,
      peak: A100.peak,
      name: words.device(A100.name, bandwidthText(A100.hbm)),
    },
  ];
  const [unfused, fused] = points.map(({ intensity }) => fixed(intensity, 2));
  return (
    <Figure title={words.heading} className="roof-figure">
      <div style={{ marginLeft: left, width }}>
        <Roofline
          {...{ width, roofs, points }}
          height={260}
          x={X}
          y={Y}
          names={words}
          write={rateText}
          label={words.label(unfused!, fused!, fixed(A100.peak / A100.hbm, 0))}
        />
        <p className="roof-legend">
          <span className="bound">{words.bound}</span>
          {points.some((p) => p.measured !== null) && (
            <span className="measured">{words.measured}</span>
          )}
        </p>
        <p className="memory-note num">
          {least} {words.note}
        </p>
      </div>
    </Figure>
  );
}
