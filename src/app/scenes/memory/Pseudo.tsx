import { Fragment } from 'react';
import { count } from '../../../viz/format';
import { symbolClass } from '../../../viz/Sym';
import { letterOf, symbolOf } from './derive';
import { kernelBytes, kernelOps, kernelsOf, type KernelSpec } from './kernels';
import type { TensorName } from './sizes';
import type { Phase } from './steps';
import type { Tile } from './tile';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bytesText, opsText } from './write';

/** So many kernels have room for all their lines; of more, the one that runs has. */
const ALL_OPEN = 3;

/** The kernels as a few lines each, with the bytes or operations of a line beside it; the one of the moment is lit. */
export function Pseudo({ tile }: { tile: Tile | null }) {
  const words = sceneWords.use();
  const { way, pass, steps, step } = useMemoryView();
  const now = steps[step]!;
  const kernels = kernelsOf(way, pass);
  return (
    <section className="pseudo" aria-label={words.pseudo.heading}>
      {kernels.map((kernel) => (
        <Kernel
          open={kernels.length <= ALL_OPEN || kernel.id === now.kernel.id}
          key={kernel.id}
          kernel={kernel}
          phase={kernel.id === now.kernel.id ? now.phase : null}
          tokens={tile ? count(tile.tokens) : '0'}
        />
      ))}
    </section>
  );
}

interface KernelProps {
  /** With its lines, not by name alone. */
  open: boolean;
  kernel: KernelSpec;
  /** What it is at; null if it is not its turn. */
  phase: Phase | null;
  tokens: string;
}

function Kernel({ open, kernel, phase, tokens }: KernelProps) {
  const words = sceneWords.use();
  const { sizes } = useMemoryView();
  const loop = words.pseudo.loop[kernel.id];
  const bytes = kernelBytes(kernel, sizes);
  const lit = (of: Phase) => ({
    className: phase === of ? 'line lit' : 'line',
    'aria-current': phase === of ? ('step' as const) : undefined,
  });
  const ops = words.pseudo.compute[kernel.id];
  if (!open) return <h3 className="closed">{words.kernels[kernel.id]}</h3>;
  return (
    <div className={phase ? 'kernel on' : 'kernel'}>
      <h3>
        {words.kernels[kernel.id]} <small>{typeof loop === 'string' ? loop : loop(tokens)}</small>
      </h3>
      <p {...lit('load')}>
        <span>
          {words.pseudo.load} <Letters names={kernel.reads} live />
        </span>
        <span className="num">{bytesText(bytes.read)}</span>
      </p>
      {ops.map((line, i) => (
        <p key={line} {...lit('compute')}>
          <span>{line}</span>
          {i === 0 && <span className="num">{opsText(kernelOps(kernel, sizes))} op</span>}
        </p>
      ))}
      <p {...lit('store')}>
        <span>
          {words.pseudo.store} <Letters names={kernel.writes} live />
        </span>
        <span className="num">{bytesText(bytes.written)}</span>
      </p>
    </div>
  );
}

interface LettersProps {
  names: readonly TensorName[];
  /** Pointing at one, or focusing it, shows it on the board. */
  live?: boolean;
}

/** Tensors by their letters, each in its hue; those too small to be drawn are left out. */
export function Letters({ names, live = false }: LettersProps) {
  const { point } = useMemoryView();
  return names.map((name) => {
    const symbol = symbolOf(name);
    if (!symbol) return null;
    const letter = <b className={`sym ${symbolClass(symbol)}`}>{letterOf(name)}</b>;
    return (
      <Fragment key={name}>
        {live ? (
          <button
            type="button"
            className="letter-button"
            aria-describedby="memory-told"
            onPointerEnter={() => point(name)}
            onPointerLeave={() => point(null)}
            onFocus={() => point(name)}
            onBlur={() => point(null)}
          >
            {letter}
          </button>
        ) : (
          letter
        )}{' '}
      </Fragment>
    );
  });
}
