import { loadScene } from '../scenes/loading';
import { SCENES } from '../scenes/registry';
import { useText } from '../text';
import { BENCH } from './place';

interface IndexProps {
  /** Null while none of them is shown. */
  current: string | null;
  onChoose(id: string): void;
}

/** The scenes; the current one in ink, with a mark. Pointing at one fetches it. */
export function Index({ current, onChoose }: IndexProps) {
  const text = useText();
  const fetch = (id: string) => void loadScene(id).catch(() => undefined);
  return (
    <nav className="index" aria-label={text.index.label}>
      <ol>
        {SCENES.map(({ meta }, i) => (
          <li key={meta.id}>
            <button
              type="button"
              aria-current={meta.id === current ? 'page' : undefined}
              onPointerEnter={() => fetch(meta.id)}
              onFocus={() => fetch(meta.id)}
              onClick={() => onChoose(meta.id)}
            >
              <i className="num">{i + 1}</i>
              {meta.title}
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
