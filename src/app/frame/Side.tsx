import type { Scene, SceneMeta } from '../scenes/scene';
import { useCanDraw } from './Stage';
import { TryThis } from './TryThis';
import { TurnIt } from './TurnIt';
import { useNarrow } from './useNarrow';

/** The narrow column: what to take away, the formula, what can be turned, what to try. */
export function Side({ scene, meta }: { scene: Scene; meta: SceneMeta }) {
  const narrow = useNarrow();
  const canDraw = useCanDraw(meta);
  return (
    <aside className="side">
      <p className="lead">
        <scene.Lead />
      </p>
      <hr />
      {canDraw && (
        <>
          <scene.Formula />
          <hr />
        </>
      )}
      {canDraw && scene.Controls && (
        <>
          <scene.Controls />
          <hr />
        </>
      )}
      {!narrow && meta.turns && (
        <>
          <TurnIt />
          <hr />
        </>
      )}
      <TryThis key={meta.id} scene={meta.id} steps={scene.tour} />
    </aside>
  );
}
