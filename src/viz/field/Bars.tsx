import { useThree, type ThreeEvent } from '@react-three/fiber';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { BoxGeometry, InstancedBufferAttribute, type InstancedMesh } from 'three';
import type { Palette } from '../colour';
import { cellPlace } from '../hover/geometry';
import type { HeatScale } from '../heat/scale';
import { DEPTH, heightOf, layField, middleOf, WIDTH, type FieldData } from './cells';

/** A row and a column of a field. */
export interface FieldCell {
  row: number;
  column: number;
}

interface BarsProps {
  data: FieldData;
  scale: HeatScale;
  palette: Palette;
  onPoint(cell: FieldCell | null): void;
  onSelect(cell: FieldCell): void;
}

/** A press that moves farther than this turns the view, and chooses nothing. */
const STILL = 4;

/** Every cell a bar, all of them one instanced mesh: one draw call, and 76 bytes a cell. */
export function Bars({ data, scale, palette, onPoint, onSelect }: BarsProps) {
  const mesh = useRef<InstancedMesh>(null);
  const invalidate = useThree((s) => s.invalidate);
  const count = data.columns * data.rows;
  const box = useMemo(() => new BoxGeometry(1, 1, 1).translate(0, 0.5, 0), []);
  useLayoutEffect(() => () => box.dispose(), [box]);
  useLayoutEffect(() => {
    const bars = mesh.current;
    if (!bars) return;
    bars.instanceColor ??= new InstancedBufferAttribute(new Float32Array(bars.count * 3), 3);
    const matrices = bars.instanceMatrix.array as Float32Array;
    layField(data, scale, palette, matrices, bars.instanceColor.array as Float32Array);
    bars.instanceMatrix.needsUpdate = true;
    bars.instanceColor.needsUpdate = true;
    bars.computeBoundingSphere();
    invalidate();
  }, [data, scale, palette, invalidate]);
  const cellOf = (e: ThreeEvent<unknown>) =>
    e.instanceId === undefined ? null : cellPlace(data.rows, e.instanceId);
  return (
    <instancedMesh
      // Another number of cells is another mesh.
      key={count}
      ref={mesh}
      args={[box, undefined, count]}
      onPointerMove={(e) => {
        e.stopPropagation();
        // While a button is down the hand turns the view.
        if (e.buttons === 0) onPoint(cellOf(e));
      }}
      onPointerOut={() => onPoint(null)}
      onClick={(e) => {
        // Only the nearest bar under the pointer, not those behind it.
        e.stopPropagation();
        const cell = cellOf(e);
        if (cell && e.delta <= STILL) onSelect(cell);
      }}
    >
      <meshLambertMaterial />
    </instancedMesh>
  );
}

interface FrameProps {
  data: FieldData;
  scale: HeatScale;
  cell: FieldCell | null;
  colour: string;
}

/** The edge of the floor. */
export function Floor({ colour }: { colour: string }) {
  const [x, z] = [WIDTH / 2, DEPTH / 2];
  const corners = useMemo(() => Float32Array.of(-x, 0, -z, x, 0, -z, x, 0, z, -x, 0, z), [x, z]);
  return (
    <lineLoop>
      <bufferGeometry>
        <bufferAttribute attach="attributes-position" args={[corners, 3]} />
      </bufferGeometry>
      <lineBasicMaterial color={colour} />
    </lineLoop>
  );
}

/** A frame around one bar, seen through the others. */
export function CellFrame({ data, scale, cell, colour }: FrameProps) {
  const invalidate = useThree((s) => s.invalidate);
  const edges = useMemo(() => new BoxGeometry(1, 1, 1), []);
  useLayoutEffect(() => () => edges.dispose(), [edges]);
  // Drawn on demand: whatever it shows anew, it asks for a picture.
  useLayoutEffect(() => invalidate());
  if (!cell || cell.row >= data.rows || cell.column >= data.columns || cell.column < 0) return null;
  const { x, z } = middleOf(data, cell.row, cell.column);
  const height = heightOf(scale, data.value(cell.row, cell.column));
  const size = [
    Math.max(0.09, WIDTH / data.columns),
    Math.abs(height) + 0.1,
    Math.max(0.09, DEPTH / data.rows),
  ] as const;
  return (
    <lineSegments position={[x, height / 2, z]} scale={[...size]} renderOrder={1}>
      <edgesGeometry args={[edges]} />
      <lineBasicMaterial color={colour} depthTest={false} transparent />
    </lineSegments>
  );
}
