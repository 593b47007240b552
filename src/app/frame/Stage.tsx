import { megabytes } from '../../viz/format';
import type { Scene, SceneMeta } from '../scenes/scene';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';

/** True while the scene has what its figure is drawn from. */
export function useCanDraw(meta: SceneMeta): boolean {
  const recorded = useApp((s) => s.recorded);
  const hasTrace = useApp((s) => s.trace !== null);
  if (meta.recorded) return true;
  return !recorded && (meta.probes.length === 0 || hasTrace);
}

/** The scene's figure; or, while it cannot be drawn, why. */
export function Stage({ scene, meta }: { scene: Scene; meta: SceneMeta }) {
  const canDraw = useCanDraw(meta);
  const trailing = useApp((s) => s.trace !== null && s.trace.layer !== s.cursor.layer);
  if (!canDraw) return <NeedsModel title={meta.title} />;
  return (
    <div className={trailing ? 'scene trailing' : 'scene'} aria-busy={trailing}>
      <scene.Stage />
    </div>
  );
}

/** A figure that a recorded run cannot stand in for: how far the model is, and a way on. */
function NeedsModel({ title }: { title: string }) {
  const text = useText();
  const words = text.needsModel;
  const phase = useApp((s) => s.phase);
  const actions = useActions();
  // The text is there, the numbers behind it are read: that takes a moment, and nobody need hear of it.
  if (phase.name === 'ready') return <p className="needs-model brief">{words.reading}</p>;
  const loading = phase.name === 'loading' ? phase : null;
  const share = loading?.total ? Math.min(1, loading.bytes / loading.total) : undefined;
  return (
    <div className="needs-model">
      <h2>{words.title(title)}</h2>
      <p>{loading ? words.loading : words.failed}</p>
      {loading ? (
        <>
          <progress aria-label={loading.step} value={share} max={1} />
          <p className="num">
            {text.status.loading(
              megabytes(loading.bytes),
              loading.total ? megabytes(loading.total) : null,
            )}
          </p>
        </>
      ) : (
        <button type="button" className="solid" onClick={() => actions.retry()}>
          {text.status.load}
        </button>
      )}
    </div>
  );
}
