import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { Legend } from '../../../viz/heat/Legend';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import type { Cells } from '../../../viz/hover/cells';
import { boxGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { linearScale } from '../../../viz/slider/scale';
import { SymbolSlider } from '../../../viz/slider/SymbolSlider';
import { Tex } from '../../../viz/Tex';
import { ScanTree } from '../../../viz/views/ScanTree';
import { layTree } from '../../../viz/views/treeLayout';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { pairCell } from './cells';
import { byScan } from './derive';
import { Given, Key, LaneHead } from './LaneHead';
import { resultStyle } from './RecurrenceLane';
import { scanCost, treeOf } from './tree';
import { useColumns, useLevel, useWordAt, type Place } from './view';
import { words as sceneWords } from './words';

/** Words of the tree at most: a power of two, so that it is regular. */
const MOST = 16;
/** Height of what stands beside the tree. */
const ASIDE = 172;
const SIZES = { pitch: 20, box: 11, top: 4 };

/** The tree over the words in sight that end at the cursor; its levels can be walked. */
export function ScanLane({ place, scale }: { place: Place; scale: HeatScale }) {
  const words = sceneWords.use();
  const text = words.scan;
  const wordAt = useWordAt();
  const all = useApp((s) => s.yours.tokens.length);
  const [chosen, setLevel] = useLevel();
  const { geometry: g } = useTapeLayout();
  const { ch, token, state } = place;
  const columns = useColumns(ch);
  const held = useMemo(
    () => columns.filter((c) => c.token <= token).slice(-MOST),
    [columns, token],
  );
  const width = held.length;
  const first = (held[0]?.token ?? 0) - ch.from;
  // The reader may have scrolled the word out of sight.
  const ends = held.at(-1)?.token === token;
  const tree = useMemo(
    () => (width > 0 ? treeOf(ch, first, width, state) : null),
    [ch, first, width, state],
  );
  const nodes = useMemo(
    () =>
      tree
        ? layTree(
            held.map((c) => ({ token: c.token, x: c.x - g.x0, width: c.width })),
            tree.levels.map((l) => l.combines),
            SIZES,
          )
        : [],
    [tree, held, g.x0],
  );
  const depth = tree?.depth ?? 0;
  const level = Math.min(depth, chosen ?? depth);
  const height = SIZES.top + depth * SIZES.pitch + SIZES.box + 6;
  const cells = useMemo<Cells>(
    () => ({
      id: 'tree',
      label: text.label,
      geometry: boxGeometry(nodes),
      describe: (i) =>
        tree
          ? pairCell(tree, nodes, i, (wire) => wordAt(held[wire].token), words)
          : { place: '', term: { tex: 'b', value: null, say: words.say.b } },
    }),
    [text, nodes, tree, wordAt, held, words],
  );
  if (!tree || width < 2)
    return (
      <div className="views-lane">
        <LaneHead name={text.heading} says={text.one} legend={null} />
      </div>
    );
  const y = byScan(ch, first, width)[width - 1];
  const whole = scanCost(all);
  return (
    <div className="views-lane">
      <LaneHead
        name={text.heading}
        says={text.says(width)}
        legend={
          <>
            <Key mark="pair-mark">{text.legendA}</Key>
            <Legend {...legendOf(scale)} name={<b className="sym">b</b>} />
          </>
        }
      />
      <div
        className="views-body"
        style={{ minHeight: g.narrow ? height : Math.max(height, ASIDE) }}
      >
        {!g.narrow && (
          <div className="views-levels num" style={{ width: g.x0 - 8 }}>
            {[{ combines: { length: 0 } }, ...tree.levels].map(({ combines }, k) => (
              <span
                // Levels have no other name than their number.
                // oxlint-disable-next-line react/no-array-index-key
                key={k}
                className={k === level && k > 0 ? 'now' : undefined}
                style={{ top: SIZES.top + k * SIZES.pitch - 3 }}
              >
                {k === 0 ? text.leaves : text.level(k, combines.length)}
              </span>
            ))}
          </div>
        )}
        <HoverFigure
          cells={cells}
          className="views-hover"
          style={{ left: g.x0, width: g.x1 - g.x0, height }}
        >
          <ScanTree
            nodes={nodes}
            pair={(i) => {
              const { a, aIm, b } = tree.rows[nodes[i].row][nodes[i].wire];
              return { a: Math.hypot(a, aIm), b };
            }}
            bScale={scale}
            level={level}
            depth={depth}
            sizes={SIZES}
            width={g.x1 - g.x0}
            height={height}
            summary={text.summary(width, level, depth, tree.work)}
          />
        </HoverFigure>
        <div className="views-result scan" style={resultStyle(g)}>
          <SymbolSlider
            letter={text.short}
            label={text.slider}
            value={level}
            scale={linearScale(0, depth, 1, 2)}
            ticks={Array.from({ length: depth + 1 }, (_, k) => k)}
            marks={[
              { value: 0, text: '0' },
              { value: depth, text: String(depth) },
            ]}
            format={(v) => String(v)}
            say={(v) => text.now(v, depth)}
            onChange={(v) => setLevel(v === depth ? null : v)}
          />
          <table className="views-cost num">
            <thead>
              <tr>
                <th scope="col" className="hidden">
                  {text.way}
                </th>
                <th scope="col">{text.work}</th>
                <th scope="col">{text.depth}</th>
              </tr>
            </thead>
            <tbody>
              <Cost name={`${text.loop}, ${text.here(width)}`} work={width} depth={width} />
              <Cost name={`${text.scan}, ${text.here(width)}`} work={tree.work} depth={depth} />
              <Cost name={`${text.loop}, ${text.whole(all)}`} work={all} depth={all} />
              <Cost name={`${text.scan}, ${text.whole(all)}`} {...whole} />
            </tbody>
          </table>
          <Given
            label={
              <Tex
                tex={String.raw`\htmlClass{sy-C}{C}\,\htmlClass{sy-h}{h_t} + D\,\htmlClass{sy-x}{x_t} =`}
              />
            }
            value={level === depth && ends ? fixed(y, 4) : '…'}
          />
        </div>
      </div>
    </div>
  );
}

function Cost({ name, work, depth }: { name: string; work: number; depth: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{work}</td>
      <td>{depth}</td>
    </tr>
  );
}
