import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Orbit } from '../../../viz/field/orbit';
import { webGlKind } from '../../../viz/field/webgl';
import { FlatBoard } from '../../../viz/memory/FlatBoard';
import { A100 } from './devices';
import { boardOf, letterOf, neverMade, symbolOf } from './derive';
import { madeAt } from './steps';
import type { TensorName } from './sizes';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';
import { bandwidthText, bytesText, shortBytes } from './write';
import type { Tile } from './tile';
import { count } from '../../../viz/format';

/** three.js is fetched when it is first wanted. */
const SolidBoard = lazy(() => import('../../../viz/memory/SolidBoard'));

/** From the front, a little to the left and above. */
const START: Orbit = { azimuth: -0.1, elevation: 0.62, distance: 1 };

interface BoardSize {
  width: number;
  height: number;
  tile: Tile | null;
}

/** The board, solid or flat: the same things at the same places. Where nothing draws it in 3-D, flat, and why. */
export function Board({ width, height, tile }: BoardSize) {
  const words = sceneWords.use();
  const { way, pass, sizes, steps, step, look, setLook, pointed, point } = useMemoryView();
  const [orbit, setOrbit] = useState<Orbit>(START);
  const data = useMemo(
    () => boardOf(way, pass, sizes, steps, step, shortBytes, words.board.notMade),
    [way, pass, sizes, steps, step, words],
  );
  const lost = useCallback(() => setLook('flat'), [setLook]);
  const names = useMemo(
    () => ({
      hbm: words.board.hbm,
      sram: words.board.sram,
      cores: words.board.cores,
      bridge: words.board.perSecond(bandwidthText(A100.hbm)),
      front: words.board.perSecond(bandwidthText(A100.sram)),
      tile: tile ? words.board.tile(count(tile.channels), count(tile.tokens)) : words.board.noTile,
    }),
    [words, tile],
  );
  const { kernel, at, phase, piece, pieces, bytes } = steps[step]!;
  const moving = phase === 'store' ? kernel.writes : kernel.reads;
  const list = (some: readonly TensorName[]): string =>
    some
      .filter((name) => symbolOf(name))
      .map(letterOf)
      .join(', ');
  const never = [...neverMade(way, pass)];
  const there = data.shelves
    .flat()
    .map(({ id }) => id as TensorName)
    .filter((name) => !never.includes(name) && madeAt(steps, step, name) > 0);
  const label = words.board.label(
    words.kernelAt(at + 1, steps.at(-1)!.at + 1, words.kernels[kernel.id]),
    `${words.pieceAt(piece + 1, pieces)}, ${words.phaseOf[phase](list(moving))}`,
    bytesText(bytes),
    bytesText(steps.at(-1)!.bytes),
    list(there),
    never.length > 0 ? words.board.neverMade(list(never)) : '',
  );
  const onPoint = useCallback((id: string | null) => point(id as TensorName | null), [point]);
  const shown = { data, names, width, height, label, pointed, onPoint };
  const flat = <FlatBoard {...shown} />;
  if (look === 'flat') return <div className="board-box">{flat}</div>;
  if (webGlKind() === 'none')
    return (
      <div className="board-box">
        <p className="aside-note" role="status">
          {words.board.noGl}
        </p>
        {flat}
      </div>
    );
  return (
    <div className="board-box" style={{ width }}>
      <Suspense
        fallback={
          <p className="aside-note" style={{ height }}>
            {words.board.loading}
          </p>
        }
      >
        <SolidBoard
          {...shown}
          orbit={orbit}
          label={`${label} ${words.board.keys}`}
          onOrbit={setOrbit}
          onLost={lost}
        />
      </Suspense>
      <p className="solid-keys">
        <span>{words.board.keys}</span>
        <button type="button" className="plain" onClick={() => setOrbit(START)}>
          {words.board.reset}
        </button>
      </p>
    </div>
  );
}
