import { fixed, percent } from '../../../viz/format';
import { useApp } from '../../store/store';
import { halfLifeOf, keepOf } from './identities';
import { numbersAt, type Reading } from './reading';
import { words as sceneWords } from './words';

/** Δ as a valve: how much of the chosen number stays at this word, and how much makes room. */
export function Valve({ r }: { r: Reading }) {
  const words = sceneWords.use();
  const cursor = useApp((s) => s.cursor);
  const now = numbersAt(r, 'yours', cursor);
  const was = r.delta.before ? numbersAt(r, 'before', cursor) : null;
  if (!now || Number.isNaN(now.A)) return null;
  const keep = keepOf(now.delta, now.A);
  const before = was && keepOf(was.delta, was.A);
  const halfLife = fixed(halfLifeOf(now.delta, now.A), 1);
  const summary = words.valve.summary(
    percent(keep),
    halfLife,
    before === null ? null : percent(before),
  );
  return (
    <section className={`valve num ${was ? 'turned' : ''}`} aria-label={words.valve.heading}>
      <p className="valve-place">
        {words.valve.at(words.unit(cursor.channel, false), cursor.state)}
      </p>
      <div className="valve-ends">
        <span>
          {words.valve.keeps} {before !== null && <small>{percent(before)} → </small>}
          <b>{percent(keep)}</b>
        </span>
        <span>
          {words.valve.letsGo} {percent(1 - keep)}
        </span>
      </div>
      <div className="valve-bar" role="img" aria-label={summary}>
        <i className="gone" style={{ left: `${(100 * keep).toFixed(2)}%` }} />
        {before !== null && <i className="was" style={{ left: `${(100 * before).toFixed(2)}%` }} />}
      </div>
      <p className="valve-note">
        {words.valve.halfLife(
          was ? `${fixed(halfLifeOf(was.delta, was.A), 1)} → ${halfLife}` : halfLife,
        )}
      </p>
    </section>
  );
}
