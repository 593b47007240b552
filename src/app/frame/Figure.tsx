import { useId, useRef, type CSSProperties, type ReactNode } from 'react';
import { Icon } from '../../viz/icons';
import { useText } from '../text';
import { TapeRow } from './TapeRow';
import { useFullScreen } from './useFullScreen';
import { useTapeColumns } from './useTape';

interface FigureProps {
  /** What the figure shows, as a heading (h2). */
  title: ReactNode;
  /** The title is for screen readers alone. */
  quiet?: boolean;
  /** At the right end of the heading's line: a legend, a choice. */
  tools?: ReactNode;
  className?: string;
  /** Of the drawing's box: a height, say. */
  style?: CSSProperties;
  /** True if its x axis is the tape's words, which then go with it onto the whole screen. */
  underTape?: boolean;
  children: ReactNode;
}

/** One drawing of a scene, with its name and a button that shows it alone, half as large again, on the whole screen. */
export function Figure(props: FigureProps) {
  const { title, quiet = false, tools, className = '', style, underTape = false, children } = props;
  const words = useText().bar;
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const { geometry: g } = useTapeColumns();
  const { full, possible, toggle } = useFullScreen(box, g.width);
  return (
    <section
      ref={box}
      className={`fig ${full ? 'full' : ''} ${className}`}
      aria-labelledby={id}
      style={{ '--fig-w': `${g.width}px` }}
    >
      {full && underTape && <TapeRow id={`${id}-tape`} />}
      <div className={quiet ? 'fig-head quiet' : 'fig-head'}>
        <h2 id={id} className={quiet ? 'hidden' : undefined}>
          {title}
        </h2>
        {tools && <div className="fig-tools">{tools}</div>}
        {possible && (
          <button
            type="button"
            className="fig-full"
            aria-label={full ? words.leaveFullScreen : words.figureFull}
            title={full ? words.leaveFullScreen : words.figureFull}
            onClick={toggle}
          >
            <Icon name={full ? 'leave' : 'full'} />
          </button>
        )}
      </div>
      <div className="fig-body" style={style}>
        {children}
      </div>
    </section>
  );
}
