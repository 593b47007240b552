import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import { sourcesOf, type Box, type CellRef } from './cells';
import { useHover } from './HoverProvider';
import { shownCell, type Hub } from './hub';
import { leader, placeReadout, stalk, type Line } from './place';
import { Readout } from './Readout';

/** Smallest frame that can be seen around a cell. */
const MIN_FRAME = 5;

/** A cell's box in px of the stage, or null while it is out of sight. */
function boxInStage(hub: Hub, ref: CellRef, stage: HTMLElement): Box | null {
  const figure = hub.figure(ref.figure);
  const box = figure?.cells.geometry.boxOf(ref.index);
  if (!figure || !box) return null;
  const outer = stage.getBoundingClientRect();
  const inner = figure.element.getBoundingClientRect();
  const zoom = stage.offsetWidth / outer.width || 1;
  return {
    ...box,
    x: box.x + (inner.left - outer.left) * zoom,
    y: box.y + (inner.top - outer.top) * zoom,
  };
}

/** Lanes lower than this are kept clear as a whole; of taller figures only the cell itself. */
const LANE = 160;

/** What the raised line should leave free around a cell: its column of the lane. */
function clearOf(hub: Hub, ref: CellRef, cell: Box, stage: HTMLElement): Box {
  const lane = hub.figure(ref.figure)?.element;
  if (!lane || lane.offsetHeight > LANE) return cell;
  const outer = stage.getBoundingClientRect();
  const zoom = stage.offsetWidth / outer.width || 1;
  const y = (lane.getBoundingClientRect().top - outer.top) * zoom;
  return { ...cell, y, height: lane.offsetHeight };
}

/** The part of the stage that can be seen, in px of the stage. */
function visible(stage: HTMLElement): Box {
  const outer = stage.getBoundingClientRect();
  const zoom = stage.offsetWidth / outer.width || 1;
  let [top, bottom] = [0, innerHeight];
  for (let e = stage.parentElement; e; e = e.parentElement) {
    if (!/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowY)) continue;
    const box = e.getBoundingClientRect();
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  const y = (top - outer.top) * zoom;
  return { x: 8, y, width: stage.offsetWidth - 16, height: (bottom - top) * zoom };
}

function framed(box: Box): Box {
  const width = Math.max(MIN_FRAME, box.width) + 2;
  const height = Math.max(MIN_FRAME, box.height) + 2;
  return {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
}

/** Lets go of the pinned cell on Escape and on a press outside figures and raised line. */
function useLetGo(hub: Hub, pinned: boolean): void {
  useEffect(() => {
    if (!pinned) return;
    const press = (e: PointerEvent) => {
      const inside =
        e.target instanceof Element && e.target.closest('[data-hover], .hover-readout');
      if (!inside) hub.pin(null);
    };
    const key = (e: KeyboardEvent) => {
      if (e.key === 'Escape' && !e.defaultPrevented) hub.pin(null);
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', key);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', key);
    };
  }, [hub, pinned]);
}

/** Frames, thin lines and the raised line, above all figures of a stage. The only part that hovering renders. */
export function HoverLayer({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const { hub } = useHover();
  const shown = useStore(hub.store, shownCell);
  const pinned = useStore(hub.store, (s) => s.pinned !== null);
  // Nothing is read from it: it says that figures have something new to say.
  useStore(hub.store, (s) => s.revision);
  useLetGo(hub, pinned);
  const panel = useRef<HTMLDivElement>(null);
  const line = useRef<SVGLineElement>(null);
  const info = shown && hub.describe(shown);
  const at = (ref: CellRef) => (stage.current ? boxInStage(hub, ref, stage.current) : null);
  const boxes = (refs: readonly CellRef[]) => refs.flatMap((ref) => at(ref) ?? []);
  const cell = shown && at(shown);
  const also = boxes(info?.also ?? []);
  const sources = boxes(info ? sourcesOf(info) : []);
  useLayoutEffect(() => {
    hub.setPanel(panel.current);
    if (!panel.current || !stage.current || !shown || !cell) return;
    const size = { width: panel.current.offsetWidth, height: panel.current.offsetHeight };
    const clear = (ref: CellRef) => {
      const box = at(ref);
      return box && stage.current ? [clearOf(hub, ref, box, stage.current)] : [];
    };
    const [own = cell] = clear(shown);
    const group = (info?.also ?? []).flatMap(clear);
    const place = placeReadout(own, group, sources, size, visible(stage.current));
    panel.current.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`;
    setLine(line.current, stalk(framed(cell), place));
  });
  if (!info || !cell) return null;
  const rect = (box: Box, className: string) => (
    <rect key={`${className}${box.x} ${box.y}`} className={className} {...framed(box)} />
  );
  return (
    <div className="hover-layer">
      <svg aria-hidden="true">
        {sources.map((box) => {
          const l = leader(framed(box), framed(cell));
          return (
            <g key={`${box.x} ${box.y}`}>
              {rect(box, 'source')}
              <line className="leader" {...l} />
              <circle className="leader" cx={l.x1} cy={l.y1} r={2} />
            </g>
          );
        })}
        {also.map((box) => rect(box, 'ink'))}
        {rect(cell, 'ink')}
        <line ref={line} className="stalk" />
      </svg>
      <Readout ref={panel} info={info} pinned={pinned} />
    </div>
  );
}

function setLine(line: SVGLineElement | null, place: Line): void {
  for (const [name, value] of Object.entries(place)) line?.setAttribute(name, String(value));
}
