import type { SceneMeta } from '../scenes/scene';
import { useText } from '../text';
import { BENCH } from './place';

interface IndexProps {
  scenes: readonly SceneMeta[];
  /** Null while none of them is shown. */
  current: string | null;
  onChoose(id: string): void;
}

/** The scenes; the current one in ink, with a mark. */
export function Index({ scenes, current, onChoose }: IndexProps) {
  const text = useText();
  return (
    <nav className="index" aria-label={text.index.label}>
      <ol>
        {scenes.map((scene, i) => (
          <li key={scene.id}>
            <button
              type="button"
              aria-current={scene.id === current ? 'page' : undefined}
              onClick={() => onChoose(scene.id)}
            >
              <i className="num">{i + 1}</i>
              {scene.title}
            </button>
          </li>
        ))}
      </ol>
      <a href={BENCH} aria-current={current === null ? 'page' : undefined}>
        {text.bench.name}
      </a>
    </nav>
  );
}
