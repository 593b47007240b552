import type { ReactNode } from 'react';
import { useTapeLayout } from '../../frame/useTape';

/** Above a lane: which of the three ways it is, and what to see in it; its legend at the right. */
export function LaneHead({
  name,
  says,
  legend,
}: {
  name: string;
  says: string;
  legend: ReactNode;
}) {
  const { geometry: g } = useTapeLayout();
  return (
    <div className="views-head" style={{ marginLeft: g.x0, width: g.right - g.x0 }}>
      <h3>
        {name} <span>{says}</span>
      </h3>
      <span className="views-legend num">{legend}</span>
    </div>
  );
}

/** One entry of a legend: the mark, and what it is. */
export function Key({ mark, children }: { mark: string; children: ReactNode }) {
  return (
    <span className="views-key">
      <i className={mark} /> <span>{children}</span>
    </span>
  );
}

/** At the end of a lane: what this way gives, in the hue of y; `aside`, what another kernel would give. */
export function Given(props: { label: ReactNode; value: string; aside?: boolean }) {
  const { label, value, aside } = props;
  return (
    <p className={`views-given num ${aside ? 'aside' : ''}`}>
      <span>{label}</span>
      <b className={aside ? undefined : 'sy-y'}>{value}</b>
    </p>
  );
}
