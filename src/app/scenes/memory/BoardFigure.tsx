import { useDeferredValue, useMemo } from 'react';
import { Segmented } from '../../../viz/controls/Segmented';
import { count } from '../../../viz/format';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { Board } from './Board';
import { Counters } from './Counters';
import { compare } from './derive';
import { presetLayers } from './presets';
import { Pseudo } from './Pseudo';
import { tileOf } from './tile';
import { Told } from './Told';
import { useMemoryView } from './view';
import { Walk } from './Walk';
import { words as sceneWords } from './words';
import { bytesText, kibibytes, timesText } from './write';

/** Width of the pseudo-code beside the board. */
const CODE = 276;

/** The board with its walk, what has been counted, and the line that runs. */
export function BoardFigure() {
  const words = sceneWords.use();
  const view = useMemoryView();
  const model = useApp((s) => s.model);
  const { geometry: g } = useTapeLayout();
  const { way, pass, look, preset, steps, step } = view;
  const sizes = useDeferredValue(view.sizes);
  const { unfused, fused, ratio } = useMemo(() => compare(pass, sizes), [pass, sizes]);
  const { kernel } = steps[step]!;
  const tile = useMemo(() => tileOf(kernel, view.sizes), [kernel, view.sizes]);
  const left = g.narrow ? g.x0 : 20;
  const inner = g.right - left;
  const beside = inner > 700;
  const width = beside ? inner - CODE - 24 : inner;
  return (
    <Figure
      title={words.board.heading}
      className="board-figure"
      tools={
        <>
          <Segmented
            label={words.board.way}
            value={way}
            onChange={view.setWay}
            options={(['unfused', 'fused'] as const).map((value) => ({
              value,
              label: words.board.ways[value],
            }))}
          />
          <Segmented
            label={words.board.pass}
            value={pass}
            onChange={view.setPass}
            options={(['forward', 'training'] as const).map((value) => ({
              value,
              label: words.board.passes[value],
            }))}
          />
          <Segmented
            label={words.board.look}
            value={look}
            onChange={view.setLook}
            options={(['solid', 'flat'] as const).map((value) => ({
              value,
              label: words.board[value],
            }))}
          />
        </>
      }
    >
      <div style={{ marginLeft: left, width: inner }}>
        <p className="board-ratio">
          <b className="num">{timesText(ratio)}</b>
          <span>
            {pass === 'training' ? words.board.fewerTraining : words.board.fewer}
            <small className="num">
              {words.board.from(bytesText(unfused.bytes), bytesText(fused.bytes))} ·{' '}
              {words.board.layer(presetLayers(preset, model))}
            </small>
          </span>
        </p>
        <div className={beside ? 'board-row' : undefined}>
          <Board
            width={width}
            height={(g.narrow ? 470 : 356) + (pass === 'training' ? 64 : 0)}
            tile={tile}
          />
          {beside && (
            <div className="board-side" style={{ width: CODE }}>
              <Pseudo tile={tile} />
            </div>
          )}
        </div>
        <Told />
        <Walk />
        <Counters />
        {!beside && <Pseudo tile={tile} />}
        <p className="board-note">
          {tile
            ? words.tile(count(tile.channels), count(tile.tokens), count(tile.count))
            : words.noTile(kibibytes(view.sizes.sram))}{' '}
          {words.board.scale(steps[step]!.pieces)}
        </p>
      </div>
    </Figure>
  );
}
