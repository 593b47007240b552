import { fixed } from '../../../viz/format';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText, opsText } from './write';

/** Bytes over the bridge and operations, from the beginning of the walk to this step. */
export function Counters() {
  const words = sceneWords.use().counters;
  const { steps, step } = useMemoryView();
  const { bytes, ops } = steps[step]!;
  const end = steps.at(-1)!;
  const rows = [
    {
      name: words.bytes,
      now: bytesText(bytes),
      all: bytesText(end.bytes),
      share: bytes / end.bytes,
    },
    { name: words.ops, now: opsText(ops), all: opsText(end.ops), share: ops / end.ops },
  ];
  return (
    <dl className="counters num" aria-label={words.heading}>
      {rows.map(({ name, now, all, share }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{now}</b> <small>{words.of(all)}</small>
            <i className="meter" style={{ '--share': share }} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{words.intensity}</dt>
        <dd>
          <b>{bytes > 0 ? fixed(ops / bytes, 2) : '0'}</b>
        </dd>
      </div>
    </dl>
  );
}
