import { useId, useRef, type ReactNode } from 'react';
import { Icon } from '../../viz/icons';
import { useText } from '../text';
import { useFullScreen } from './useFullScreen';

interface FigureProps {
  /** What the figure shows, as a heading (h2). */
  title: ReactNode;
  /** The title is for screen readers alone. */
  quiet?: boolean;
  /** At the right end of the heading's line: a legend, a choice. */
  tools?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One drawing of a scene, with its name and a button that shows it alone, half as large again, on the whole screen. */
export function Figure({ title, quiet = false, tools, className = '', children }: FigureProps) {
  const words = useText().bar;
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const { full, possible, toggle } = useFullScreen(box);
  return (
    <section ref={box} className={`fig ${full ? 'full' : ''} ${className}`} aria-labelledby={id}>
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
      {children}
    </section>
  );
}
