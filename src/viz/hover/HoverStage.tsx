import { useRef, type ReactNode } from 'react';
import { HoverLayer } from './HoverLayer';

/** The figures that share one raised line, and the layer above them that draws it. */
export function HoverStage({
  className = '',
  children,
}: {
  className?: string;
  children: ReactNode;
}) {
  const stage = useRef<HTMLDivElement>(null);
  return (
    <div ref={stage} className={`hover-stage ${className}`}>
      {children}
      <HoverLayer stage={stage} />
    </div>
  );
}
