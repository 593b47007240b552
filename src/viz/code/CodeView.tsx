import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { symbolClass } from '../Sym';
import { highlight, plainLines, type Language, type Piece } from './highlight';

/** A line that is running now, and why, in a few words. */
export interface LitLine {
  /** Counted from 1; from `lineOf`. */
  line: number;
  why?: string;
}

/** What a line has just computed: “Δ = 0.41”. */
export interface LineValue {
  line: number;
  value: ReactNode;
}

interface CodeViewProps {
  /** The whole file, as it is. */
  source: string;
  language: Language;
  /** Accessible name: what file it is. */
  label: string;
  lit?: readonly LitLine[];
  values?: readonly LineValue[];
  /** The line to bring into sight; the first lit one if left out. A new object asks again. */
  at?: { line: number };
  text: { copy: string; copied: string };
}

const NONE: readonly never[] = [];

/** The file's lines, coloured as soon as the highlighter is there. */
function useLines(source: string, language: Language): Piece[][] {
  const [coloured, setColoured] = useState<{ of: string; lines: Piece[][] } | null>(null);
  useEffect(() => {
    let current = true;
    // Without the highlighter (offline, for example) the code stays black on white.
    highlight(source, language).then(
      (lines) => current && setColoured({ of: source, lines }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [source, language]);
  const plain = useMemo(() => plainLines(source), [source]);
  return coloured?.of === source ? coloured.lines : plain;
}

/** A whole source file with the running lines lit and their values beside them. Scrolls within itself only. */
export function CodeView({
  source,
  language,
  label,
  lit = NONE,
  values = NONE,
  at = lit[0],
  text,
}: CodeViewProps) {
  const box = useRef<HTMLElement>(null);
  const lines = useLines(source, language);
  const shown = useRef(false);
  useLayoutEffect(() => {
    if (!box.current || !at || at.line > lines.length) return;
    const line = box.current.querySelectorAll<HTMLElement>('.code-line')[at.line - 1];
    const { clientHeight, scrollTop } = box.current;
    const room = Math.min(clientHeight / 4, 3 * line.offsetHeight);
    const inSight =
      line.offsetTop >= scrollTop + room &&
      line.offsetTop + line.offsetHeight <= scrollTop + clientHeight - room;
    const still = !shown.current || matchMedia('(prefers-reduced-motion: reduce)').matches;
    shown.current = true;
    // The box scrolls, never the page.
    if (!inSight)
      box.current.scrollTo({
        top: line.offsetTop - clientHeight / 3,
        behavior: still ? 'instant' : 'smooth',
      });
  }, [at, lines]);
  return (
    <div className="code-view">
      <CopyButton source={source} text={text} />
      {/* It scrolls, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={box} className="code-box" aria-label={label} tabIndex={0}>
        <code style={{ '--digits': String(lines.length).length }}>
          {lines.map((pieces, i) => (
            <CodeLine
              // A file's lines have no other name.
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              number={i + 1}
              pieces={pieces}
              lit={lit.find((l) => l.line === i + 1)}
              value={values.find((v) => v.line === i + 1)?.value}
            />
          ))}
        </code>
      </section>
    </div>
  );
}

interface CodeLineProps {
  number: number;
  pieces: readonly Piece[];
  lit: LitLine | undefined;
  value: ReactNode;
}

/** Of a long file only the lines whose values change are painted again. */
const CodeLine = memo(function CodeLine({ number, pieces, lit, value }: CodeLineProps) {
  return (
    <span className={`code-line ${lit ? 'lit' : ''}`} aria-current={lit ? 'step' : undefined}>
      <span className="code-number" aria-hidden="true" data-number={number} />
      {pieces.map((p, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i} className={p.symbol ? symbolClass(p.symbol) : `code-${p.kind}`}>
          {p.text}
        </span>
      ))}
      {value || lit?.why ? (
        <span className="code-beside num">
          {value} {lit?.why && <small>{lit.why}</small>}
        </span>
      ) : (
        // An empty line has its height, and is copied as one.
        '\n'
      )}
    </span>
  );
});

function CopyButton({ source, text }: Pick<CodeViewProps, 'source' | 'text'>) {
  const [copied, setCopied] = useState(false);
  // Absent where the page is not served securely.
  if (!navigator.clipboard) return null;
  const copy = () =>
    navigator.clipboard.writeText(source).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      className="plain code-copy"
      onClick={copy}
      onBlur={() => setCopied(false)}
    >
      <span aria-live="polite">{copied ? text.copied : text.copy}</span>
    </button>
  );
}
