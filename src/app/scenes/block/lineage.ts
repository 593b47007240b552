/**
 * Mamba §3.4, Figure 3, in our own drawing: H3 and the gated MLP side by side with Mamba. A row is a height that the
 * three share, so that what was merged lies on one line.
 */
export interface LineageBox {
  x: number;
  y: number;
  width: number;
  height: number;
  text: 'project' | 'conv' | 'ssm' | 'act' | 'out';
}
interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export const LINEAGE_MARGIN = 16;
const ROW = 34;
const BOX = 22;
const ROWS = { project: 0, conv: 1, first: 2, ssm: 3, last: 4, out: 5 };
export const LINEAGE_HEIGHT = LINEAGE_MARGIN + 14 + 6 * ROW + 8;
/** Widest distance of two blocks, and how far a second branch lies aside. */
const PITCH = 290;
const ASIDE = 40;

const y = (row: number): number => LINEAGE_MARGIN + 14 + row * ROW + ROW / 2;

/** Boxes, lines and products for a figure so many px wide. */
export function layLineage(width: number) {
  const edge = width < 600 ? 16 : 20;
  const pitch = Math.min(PITCH, (width - 2 * edge) / 3);
  const middle = (i: number): number =>
    edge + pitch * (i + 0.5) - (width < 600 ? 0 : pitch / 2 - 84);
  const boxes: LineageBox[] = [];
  const lines: Line[] = [];
  const kins: Line[] = [];
  const joins: { x: number; y: number }[] = [];
  const box = (x: number, row: number, half: number, text: LineageBox['text']) =>
    boxes.push({ x: x - half, y: y(row) - BOX / 2, width: 2 * half, height: BOX, text });
  /** What became one: a thin line from the elder block to Mamba. */
  const kin = (x: number, row: number) => kins.push({ x1: x, y1: y(row), x2: mamba, y2: y(row) });
  /** A second branch: down at the side, then across to the product in the middle. */
  const branch = (x: number, side: number, row: number) => {
    lines.push({ x1: x + side, y1: y(ROWS.project), x2: x + side, y2: y(row) });
    lines.push({ x1: x + side, y1: y(row), x2: x, y2: y(row) });
    joins.push({ x, y: y(row) });
  };
  const main = (x: number) =>
    lines.push({ x1: x, y1: y(0) - ROW / 2 - 4, x2: x, y2: y(5) + ROW / 2 + 4 });
  const [h3, mlp, mamba] = [middle(0), middle(1), middle(2)];
  for (const x of [h3, mlp, mamba]) main(x);

  branch(h3, -ASIDE, ROWS.first);
  branch(h3, ASIDE, ROWS.last);
  box(h3, ROWS.project, 46, 'project');
  box(h3, ROWS.conv, 22, 'conv');
  box(h3, ROWS.ssm, 22, 'ssm');
  box(h3, ROWS.out, 34, 'out');

  branch(mlp, ASIDE, ROWS.last);
  box(mlp, ROWS.project, 46, 'project');
  box(mlp + ASIDE, ROWS.first, 13, 'act');
  box(mlp, ROWS.out, 34, 'out');

  branch(mamba, ASIDE, ROWS.last);
  box(mamba, ROWS.project, 46, 'project');
  box(mamba, ROWS.conv, 22, 'conv');
  box(mamba, ROWS.first, 13, 'act');
  box(mamba, ROWS.ssm, 22, 'ssm');
  box(mamba + ASIDE, ROWS.first, 13, 'act');
  box(mamba, ROWS.out, 34, 'out');
  for (const row of [ROWS.project, ROWS.conv, ROWS.ssm, ROWS.last, ROWS.out]) kin(h3, row);
  kin(mlp + ASIDE, ROWS.first);
  return {
    blocks: [
      { x: h3, name: 'h3' as const },
      { x: mlp, name: 'mlp' as const },
      { x: mamba, name: 'mamba' as const },
    ],
    boxes,
    lines,
    kins,
    joins,
  };
}
