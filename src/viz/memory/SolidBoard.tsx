/** The board in three dimensions. Fetched when it is wanted (three.js is large); its twin is FlatBoard. */
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { BoxGeometry, EdgesGeometry, Vector3, type Group } from 'three';
import { eye, orbitKey, turned, type Orbit } from '../field/orbit';
import { webGlKind } from '../field/webgl';
import { markColour, symbolClass } from '../Sym';
import { usePalette } from '../usePalette';
import type { BoardProps } from './board';
import { laySolid, type SolidBox, type SolidLabel } from './solid';

export interface SolidBoardProps extends BoardProps {
  orbit: Orbit;
  onOrbit(orbit: Orbit): void;
  /** The browser took the drawing away. */
  onLost(): void;
}

/** Narrow, so that what is far is hardly smaller: sizes are bytes. */
const ANGLE = 12;
/** Pixels of a hand's way to a radian. */
const PER_RADIAN = 220;
/** Half of what must be seen, along x and from the floor up. */
const HALF_WIDTH = 7.9;
const HALF_HEIGHT = 3.5;

/** Where the eye looks: along x, and up. */
const MIDDLE = -0.55;
const RAISED = 0.45;

const AMBIENT = 0.72 * Math.PI;
const SUN = 0.34 * Math.PI;

export default function SolidBoard(props: SolidBoardProps) {
  const { data, names, width, height, label, pointed, onPoint, orbit, onOrbit } = props;
  // Its change is the theme's.
  usePalette();
  const layout = useMemo(() => laySolid(data, names, pointed), [data, names, pointed]);
  const words = useRef<HTMLDivElement>(null);
  const hand = useRef<{ x: number; y: number } | null>(null);
  const soft = webGlKind() === 'software';
  const style = getComputedStyle(document.documentElement);
  const colourOf = (box: SolidBox): string => {
    if (box.symbol) return read(style, markColour(box.symbol));
    const name = { ground: '--line', fast: '--line-strong', way: '--line-strong', core: '--edge' };
    const busy = box.kind === 'core' && data.busy;
    return read(style, busy ? 'var(--text-2)' : `var(${name[box.kind as keyof typeof name]})`);
  };
  return (
    // Its name says which keys turn it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="solid-board"
      style={{ width, height }}
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      onKeyDown={(e) => {
        if (e.ctrlKey || e.metaKey || e.altKey) return;
        const next = orbitKey(orbit, e.key);
        if (!next) return;
        e.preventDefault();
        e.stopPropagation();
        onOrbit(next);
      }}
      onPointerDown={(e) => {
        hand.current = { x: e.clientX, y: e.clientY };
      }}
      onPointerMove={(e) => {
        if (!hand.current || e.buttons === 0) return;
        const [dx, dy] = [e.clientX - hand.current.x, e.clientY - hand.current.y];
        hand.current = { x: e.clientX, y: e.clientY };
        // A finger that moves up or down scrolls the page.
        onOrbit(turned(orbit, -dx / PER_RADIAN, e.pointerType === 'touch' ? 0 : dy / PER_RADIAN));
      }}
      onPointerUp={() => {
        hand.current = null;
      }}
    >
      <Canvas
        frameloop="demand"
        flat
        dpr={soft ? 1 : [1, 2]}
        camera={{ fov: ANGLE, near: 1, far: 140 }}
        gl={{ antialias: !soft, powerPreference: 'low-power' }}
        onCreated={({ gl }) =>
          gl.domElement.addEventListener('webglcontextlost', props.onLost, { once: true })
        }
        aria-hidden="true"
      >
        <ambientLight intensity={AMBIENT} />
        <directionalLight position={[3, 8, 5]} intensity={SUN} />
        <Boxes
          boxes={layout.boxes}
          colourOf={colourOf}
          onPoint={onPoint}
          ink={read(style, 'var(--text)')}
          edge={read(style, 'var(--edge)')}
        />
        <Eye orbit={orbit} />
        <Labels labels={layout.labels} box={words} />
      </Canvas>
      <div ref={words} className="board-words" aria-hidden="true">
        {layout.labels.map(({ id, text, notes, symbol }) => (
          <span key={id} className={symbol ? 'tensor-word' : 'region-word'}>
            <b className={symbol ? `sym ${symbolClass(symbol)}` : undefined}>{text}</b>
            {notes.map((note) => (
              <small key={note} className="num">
                {note}
              </small>
            ))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** A colour of the theme: “var(--mark-x)” as it is now. */
const read = (style: CSSStyleDeclaration, variable: string): string =>
  style.getPropertyValue(variable.slice(4, -1)).trim();

interface BoxesProps {
  boxes: readonly SolidBox[];
  colourOf(box: SolidBox): string;
  onPoint: BoardProps['onPoint'];
  ink: string;
  edge: string;
}

/** Milliseconds that a tile takes to its next place. */
const MOVE = 240;

function Boxes({ boxes, colourOf, onPoint, ink, edge }: BoxesProps) {
  const invalidate = useThree((s) => s.invalidate);
  const box = useMemo(() => new BoxGeometry(1, 1, 1).translate(0, 0.5, 0), []);
  const edges = useMemo(() => new EdgesGeometry(box), [box]);
  useLayoutEffect(
    () => () => {
      box.dispose();
      edges.dispose();
    },
    [box, edges],
  );
  // Drawn on demand: whatever it shows anew, it asks for a picture.
  useLayoutEffect(() => invalidate());
  return boxes.map((one) => {
    const lines = one.ghost || one.lit;
    const colour = one.lit ? ink : one.ghost ? edge : colourOf(one);
    const shape = lines ? (
      <lineSegments geometry={edges} renderOrder={one.lit ? 1 : 0}>
        <lineBasicMaterial color={colour} transparent={one.lit} depthTest={!one.lit} />
      </lineSegments>
    ) : (
      <mesh
        geometry={box}
        onPointerOver={(e) => {
          e.stopPropagation();
          // While a button is down the hand turns the board.
          if (e.buttons === 0) onPoint(one.of ?? null);
        }}
        onPointerOut={() => onPoint(null)}
      >
        <meshLambertMaterial color={colour} />
      </mesh>
    );
    return (
      <Placed key={one.id} at={one.at} size={one.size} moves={one.kind === 'tile'}>
        {shape}
      </Placed>
    );
  });
}

interface PlacedProps {
  at: SolidBox['at'];
  size: SolidBox['size'];
  moves: boolean;
  children: React.ReactNode;
}

/** A box at its place; a tile goes there in a quarter of a second, unless the reader asks for less motion. */
function Placed({ at, size, moves, children }: PlacedProps) {
  const group = useRef<Group>(null);
  const from = useRef<{ at: Vector3; began: number } | null>(null);
  const invalidate = useThree((s) => s.invalidate);
  const [x, y, z] = at;
  useLayoutEffect(() => {
    const { current } = group;
    if (!current) return;
    const still = !moves || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const known = current.userData['placed'] === true;
    current.userData['placed'] = true;
    if (still || !known) current.position.set(x, y, z);
    else from.current = { at: current.position.clone(), began: performance.now() };
    invalidate();
  }, [x, y, z, moves, invalidate]);
  useFrame(() => {
    const { current } = group;
    if (!current || !from.current) return;
    const share = Math.min(1, (performance.now() - from.current.began) / MOVE);
    const eased = share * share * (3 - 2 * share);
    current.position.copy(from.current.at).lerp(new Vector3(x, y, z), eased);
    if (share < 1) invalidate();
    else from.current = null;
  });
  return (
    <group ref={group} scale={[...size]}>
      {children}
    </group>
  );
}

/** Puts the camera where the view says, as far away as shows the whole board. */
function Eye({ orbit }: { orbit: Orbit }) {
  const { camera, size, invalidate } = useThree();
  useLayoutEffect(() => {
    const half = Math.tan((ANGLE * Math.PI) / 360);
    const far = Math.max(HALF_WIDTH / (half * (size.width / size.height)), HALF_HEIGHT / half);
    const [ex, ey, ez] = eye(orbit, far);
    camera.position.set(ex + MIDDLE, ey + RAISED, ez);
    camera.lookAt(MIDDLE, RAISED, 0);
    camera.updateMatrixWorld();
    invalidate();
  }, [camera, size, orbit, invalidate]);
  return null;
}

interface LabelsProps {
  labels: readonly SolidLabel[];
  box: RefObject<HTMLDivElement | null>;
}

/** Keeps the words at their places. */
function Labels({ labels, box }: LabelsProps) {
  const at = useMemo(() => new Vector3(), []);
  const invalidate = useThree((s) => s.invalidate);
  // Drawn on demand: words that are new ask for a picture.
  useLayoutEffect(() => invalidate());
  useFrame(({ camera, size }) => {
    labels.forEach((label, i) => {
      const span = box.current?.children[i];
      if (!(span instanceof HTMLElement)) return;
      at.set(...label.at).project(camera);
      const half = span.offsetWidth / 2;
      // Never beyond the picture's edge.
      const x = Math.min(size.width - half, Math.max(half, ((at.x + 1) / 2) * size.width));
      const y = Math.min(size.height - 10, Math.max(10, ((1 - at.y) / 2) * size.height));
      span.style.visibility = 'visible';
      span.style.transform = `translate(${x - half}px, ${y - 9}px)`;
    });
  });
  return null;
}
