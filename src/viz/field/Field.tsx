/** A field of bars in three dimensions. Fetched when it is wanted (three.js is large); its twin is the flat heat map. */
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import {
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { Vector3 } from 'three';
import type { HeatScale } from '../heat/scale';
import { usePalette } from '../usePalette';
import { Bars, CellFrame, Floor, type FieldCell } from './Bars';
import { DEPTH, WIDTH, type FieldData } from './cells';
import { eye, orbitKey, turned, type Orbit } from './orbit';
import { webGlKind } from './webgl';

export interface FieldProps {
  data: FieldData;
  scale: HeatScale;
  /** Framed in red, and in ink. */
  selected: FieldCell | null;
  pointed: FieldCell | null;
  orbit: Orbit;
  onOrbit(orbit: Orbit): void;
  onPoint(cell: FieldCell | null): void;
  onSelect(cell: FieldCell): void;
  /** The browser took the drawing away. */
  onLost(): void;
  /** Names of the ends: columns from left to right, rows from far to near. */
  ends: { left: string; right: string; far: string; near: string };
  width: number;
  height: number;
  /** Accessible name: what it shows, with numbers, and how to turn it. */
  label: string;
}

const ANGLE = 30;
/** Pixels of a hand's way to a radian. */
const PER_RADIAN = 220;
/** Places of the names, a little outside of the floor. */
const PLACES = {
  left: new Vector3(-WIDTH / 2, 0, DEPTH / 2 + 0.9),
  right: new Vector3(WIDTH / 2, 0, DEPTH / 2 + 0.9),
  far: new Vector3(WIDTH / 2 + 0.9, 0, -DEPTH / 2),
  near: new Vector3(WIDTH / 2 + 0.9, 0, DEPTH / 2),
};
const NAMES = ['left', 'right', 'far', 'near'] as const;

/** Light such that what faces up has exactly its colour in the legend. */
const AMBIENT = 0.72 * Math.PI;
const SUN = 0.34 * Math.PI;

export default function Field(props: FieldProps) {
  const { data, scale, selected, pointed, orbit, onOrbit, width, height, ends, label } = props;
  const palette = usePalette();
  const names = useRef<HTMLDivElement>(null);
  // Read again with every rendering: the palette makes one when the theme changes.
  const colours = inks();
  // Without a graphics card every pixel is dear.
  const soft = webGlKind() === 'software';
  const hand = useRef<{ x: number; y: number } | null>(null);
  const keys = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const next = orbitKey(orbit, e.key);
    if (!next) return;
    e.preventDefault();
    e.stopPropagation();
    onOrbit(next);
  };
  const move = (e: PointerEvent) => {
    if (!hand.current || e.buttons === 0) return;
    const [dx, dy] = [e.clientX - hand.current.x, e.clientY - hand.current.y];
    hand.current = { x: e.clientX, y: e.clientY };
    // A finger that moves up or down scrolls the page.
    onOrbit(turned(orbit, -dx / PER_RADIAN, e.pointerType === 'touch' ? 0 : dy / PER_RADIAN));
  };
  return (
    // Its name says which keys turn it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="solid-field"
      style={{ width, height }}
      // It answers to arrow keys as no other role does; its name says how.
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      onKeyDown={keys}
      onPointerDown={(e) => {
        hand.current = { x: e.clientX, y: e.clientY };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        hand.current = null;
      }}
      onPointerLeave={() => {
        hand.current = null;
        props.onPoint(null);
      }}
    >
      <Canvas
        frameloop="demand"
        flat
        dpr={soft ? 1 : [1, 2]}
        camera={{ fov: ANGLE, near: 1, far: 120 }}
        gl={{ antialias: !soft, powerPreference: 'low-power' }}
        onCreated={({ gl }) =>
          gl.domElement.addEventListener('webglcontextlost', props.onLost, { once: true })
        }
        aria-hidden="true"
      >
        <ambientLight intensity={AMBIENT} />
        <directionalLight position={[3, 8, 5]} intensity={SUN} />
        <Bars {...{ data, scale, palette }} onPoint={props.onPoint} onSelect={props.onSelect} />
        <Floor colour={colours.line} />
        <CellFrame {...{ data, scale }} cell={pointed} colour={colours.ink} />
        <CellFrame {...{ data, scale }} cell={selected} colour={colours.accent} />
        <Eye orbit={orbit} />
        <Names box={names} />
      </Canvas>
      <div ref={names} className="field-names" aria-hidden="true">
        {NAMES.map((name) => (
          <span key={name}>{ends[name]}</span>
        ))}
      </div>
    </div>
  );
}

/** Colours of lines in the current theme. */
function inks() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return { line: of('--line-strong'), ink: of('--text'), accent: of('--accent') };
}

/** Puts the camera where the view says, as far away as shows the whole floor. */
function Eye({ orbit }: { orbit: Orbit }) {
  const { camera, size, invalidate } = useThree();
  useLayoutEffect(() => {
    const half = Math.tan((ANGLE * Math.PI) / 360);
    // A low and wide picture is bounded by its height, a narrow one by its width.
    const far = Math.max((WIDTH * 0.56) / (half * (size.width / size.height)), 5.5 / half);
    camera.position.set(...eye(orbit, far));
    camera.lookAt(0, -0.2, 0);
    camera.updateMatrixWorld();
    invalidate();
  }, [camera, size, orbit, invalidate]);
  return null;
}

/** Keeps the names at their ends of the floor. */
function Names({ box }: { box: RefObject<HTMLDivElement | null> }) {
  const at = useMemo(() => new Vector3(), []);
  useFrame(({ camera, size }) => {
    NAMES.forEach((name, i) => {
      const span = box.current?.children[i];
      if (!(span instanceof HTMLElement)) return;
      at.copy(PLACES[name]).project(camera);
      const half = span.offsetWidth / 2;
      // Never beyond the picture's edge.
      const x = Math.min(size.width - half, Math.max(half, ((at.x + 1) / 2) * size.width));
      const y = Math.min(size.height - 10, Math.max(10, ((1 - at.y) / 2) * size.height));
      span.style.transform = `translate(${x - half}px, ${y - 9}px)`;
    });
  });
  return null;
}
