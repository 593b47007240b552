import { cssColour, mix } from '../colour';
import { LAST_STEP, scaleStep, type HeatScale } from '../heat/scale';
import { markColour } from '../Sym';
import { usePalette } from '../usePalette';
import type { TreeNode, TreeSizes } from './treeLayout';

interface ScanTreeProps {
  nodes: readonly TreeNode[];
  /** Of a node: the size of a, 0 … 1, a bar in the left half; b, a colour in the right one. */
  pair(node: number): { a: number; b: number };
  bScale: HeatScale;
  /** Rows that have happened: of later ones only the outline stands. */
  level: number;
  depth: number;
  sizes: TreeSizes;
  width: number;
  height: number;
  summary: string;
}

/** The tree of a parallel scan: a wire a word, time downwards; a box is a pair (a | b) that two pairs became. */
export function ScanTree(props: ScanTreeProps) {
  const { nodes, pair, bScale, level, depth, sizes, width, height, summary } = props;
  const palette = usePalette();
  const colour = (v: number) => cssColour(mix(palette.signed, scaleStep(bScale, v) / LAST_STEP));
  const middle = (n: TreeNode) => n.x + n.width / 2;
  const bottom = sizes.top + depth * sizes.pitch + sizes.box;
  return (
    <svg className="scan-tree" width={width} height={height} role="img" aria-label={summary}>
      {nodes
        .filter((n) => n.row === 0)
        .map((n) => (
          <line key={n.wire} className="wire" x1={middle(n)} x2={middle(n)} y1={n.y} y2={bottom} />
        ))}
      {level > 0 && (
        <rect
          className="level"
          x={0}
          width={width}
          y={sizes.top + level * sizes.pitch - (sizes.pitch - sizes.box) / 2}
          height={sizes.pitch}
        />
      )}
      {nodes.map((n, i) =>
        n.left === null ? null : (
          <path
            // A tree's nodes have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            className={n.row > level ? 'edge later' : n.row === level ? 'edge now' : 'edge'}
            d={`M${middle(nodes[n.left])} ${nodes[n.left].y + n.height}L${middle(n)} ${n.y}`}
          />
        ),
      )}
      {nodes.map((n, i) => {
        const half = n.width / 2;
        const { a, b } = pair(i);
        const later = n.row > level;
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <g key={i} className={later ? 'node later' : n.row === level ? 'node now' : 'node'}>
            {!later && (
              <>
                <rect className="paper" x={n.x} y={n.y} width={half} height={n.height} />
                <rect
                  x={n.x}
                  y={n.y + n.height * (1 - Math.min(1, a))}
                  width={half}
                  height={n.height * Math.min(1, a)}
                  fill={markColour('A')}
                />
                <rect x={n.x + half} y={n.y} width={half} height={n.height} fill={colour(b)} />
              </>
            )}
            <rect className="outline" x={n.x} y={n.y} width={n.width} height={n.height} />
          </g>
        );
      })}
    </svg>
  );
}
