import { useCallback, useMemo, type RefObject } from 'react';
import { fixed } from '../../viz/format';
import { Slot } from '../../viz/lanes/Slot';
import { Minimap } from '../../viz/tape/Minimap';
import { Tape } from '../../viz/tape/Tape';
import { usePalette } from '../../viz/usePalette';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { NextPlace } from './NextPlace';
import { tintColour } from './tint';
import { TintSwitch } from './TintSwitch';
import { useTapeLayout } from './useTape';
import { spokenName } from './wordName';

/** y where the slot leaves the cursor's tab. */
const SLOT_TOP = 57;
/** The row's lower edge; on a phone the tint's legend has a line of its own. */
const ROW = 84;
const ROW_WITH_LINE = 104;

interface TapeRowProps {
  /** Measured by the frame; a second tape, above a figure on the whole screen, follows the first. */
  box?: RefObject<HTMLDivElement | null>;
  id?: string;
}

/** The full-width strip of words, with the minimap above it and the tint below. */
export function TapeRow({ box, id = 'tape' }: TapeRowProps) {
  const text = useText();
  const actions = useActions();
  const palette = usePalette();
  const tokens = useApp((s) => s.yours.tokens);
  const cursor = useApp((s) => s.cursor.token);
  const layer = useApp((s) => s.cursor.layer);
  const tint = useApp((s) => s.tint);
  const { geometry: g, columns, window, at, laidOut, scrollTo } = useTapeLayout();
  const ownFrom = useMemo(() => tokens.findIndex((t) => t.own), [tokens]);
  const name = useCallback(
    (t: number) => {
      const { surprise } = tokens[t];
      const word = spokenName(tokens[t].text, text);
      return surprise === null ? word : `${word}, ${text.tape.bits(fixed(surprise, 1))}`;
    },
    [tokens, text],
  );
  const colour = useCallback(
    (t: number) => tintColour(tokens[t], tint, layer, palette),
    [tokens, tint, layer, palette],
  );
  const row = g.narrow ? ROW_WITH_LINE : ROW;
  const edges = {
    '--tape-h': `${row}px`,
    '--x0': `${g.x0}px`,
    '--x1': `${g.x1}px`,
    '--right': `${g.right}px`,
    '--token-size': `${g.fontSize}px`,
  };
  return (
    <section className="tape" aria-label={text.tape.heading} ref={box} style={edges}>
      <h2 className="hidden">{text.tape.heading}</h2>
      <Minimap
        window={window}
        total={tokens.length}
        cursor={cursor}
        label={text.tape.minimap}
        controls={id}
        onScroll={scrollTo}
      />
      {at && (
        <svg className="under" width={g.width} height={row} aria-hidden="true">
          <Slot key={laidOut} column={at} y1={SLOT_TOP} y2={row} />
        </svg>
      )}
      <TintSwitch line={g.narrow} />
      <Tape
        id={id}
        columns={columns}
        laidOut={laidOut}
        cursor={cursor}
        total={tokens.length}
        ownFrom={ownFrom < 0 ? tokens.length : ownFrom}
        tint={colour}
        name={name}
        label={text.tape.label}
        onSelect={(t) => actions.setToken(t)}
        onScroll={(by) => scrollTo(Math.max(0, window.from + by))}
      />
      <NextPlace />
    </section>
  );
}
