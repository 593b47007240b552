import { useApp } from '../store/store';
import { useText } from '../text';
import { BENCH } from './place';
import { Popover } from './Popover';

/** What the numbers on the page are computed on, and why. */
export function DeviceBadge() {
  const words = useText().device;
  const device = useApp((s) => s.device);
  const recorded = useApp((s) => s.recorded);
  const why = useApp((s) => s.deviceWhy);
  const live = device === null ? words.none : words[device.kind](device.name);
  const badge = recorded ? words.recorded : live;
  const what = device?.kind === 'cpu' ? words.cpuWhat : words.webgpuWhat;
  return (
    <Popover
      label={badge}
      align="end"
      trigger={
        <button
          type="button"
          className={`badge ${recorded || device === null ? '' : 'live'}`}
          aria-label={words.label(badge)}
        >
          <span>{badge}</span>
        </button>
      }
    >
      <p>{recorded ? words.recordedWhy : what}</p>
      {why && <p>{why}</p>}
      <a className="plain" href={BENCH}>
        {words.measure}
      </a>
    </Popover>
  );
}
