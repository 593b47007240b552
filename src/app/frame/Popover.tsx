import * as Radix from '@radix-ui/react-popover';
import type { ReactNode } from 'react';

interface PopoverProps {
  /** What opens it: one button. */
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  align?: 'start' | 'end';
  wide?: boolean;
  /** Do not go straight to the first field: on a phone that would open the keyboard over everything. */
  calm?: boolean;
}

/** A raised sheet that floats beside its button. Escape closes it and gives the focus back. */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, open, onOpenChange, align = 'start', wide, calm } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={`popover ${wide ? 'wide' : ''}`}
          align={align}
          sideOffset={8}
          collisionPadding={12}
          aria-label={label}
          onOpenAutoFocus={(e) => {
            if (!calm || !matchMedia('(pointer: coarse)').matches) return;
            e.preventDefault();
            if (e.currentTarget instanceof HTMLElement) e.currentTarget.focus();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
