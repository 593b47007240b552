import { Item, Root } from '@radix-ui/react-toggle-group';
import type { ReactNode } from 'react';

interface Option<T extends string> {
  value: T;
  label: ReactNode;
  /** Accessible name, where the label is a lone symbol. */
  name?: string;
}

interface GroupProps<T extends string> {
  /** Accessible name of the group. */
  label: string;
  options: readonly Option<T>[];
  /** True if it turns the model, so that what is on is the reader's red. */
  reader?: boolean;
}

const look = (reader?: boolean): string => `segments ${reader ? 'reader' : ''}`;

function Options<T extends string>({ options }: { options: readonly Option<T>[] }) {
  return options.map(({ value, label, name }) => (
    <Item key={value} value={value} aria-label={name}>
      {label}
    </Item>
  ));
}

interface SegmentedProps<T extends string> extends GroupProps<T> {
  value: T;
  onChange(value: NoInfer<T>): void;
}

/** One of a few, always in sight: layer or all layers, real or complex. Arrows walk it. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, reader, value, onChange } = props;
  return (
    <Root
      type="single"
      className={look(reader)}
      aria-label={label}
      value={value}
      // Pressing what is on already lets nothing go: one of them always holds.
      onValueChange={(next) => next && onChange(next as T)}
      onKeyDown={keepArrows}
    >
      <Options options={options} />
    </Root>
  );
}

interface TogglesProps<T extends string> extends GroupProps<T> {
  value: readonly T[];
  onChange(value: NoInfer<T>[]): void;
}

/** Any of a few: freeze Δ, B, C. */
export function Toggles<T extends string>(props: TogglesProps<T>) {
  const { label, options, reader, value, onChange } = props;
  return (
    <Root
      type="multiple"
      className={look(reader)}
      aria-label={label}
      value={[...value]}
      onValueChange={(next) => onChange(next as T[])}
      onKeyDown={keepArrows}
    >
      <Options options={options} />
    </Root>
  );
}

/** Arrows walk the group; the page's own arrows, which step through the text, rest meanwhile. */
function keepArrows(e: { key: string; stopPropagation(): void }): void {
  if (e.key.startsWith('Arrow') || e.key === ' ') e.stopPropagation();
}
