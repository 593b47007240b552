import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { CodeView } from '../../viz/code/CodeView';
import { lineOf } from '../../viz/code/lineOf';
import { symbolClass, type SymbolName } from '../../viz/Sym';
import type { SceneCode } from '../scenes/scene';
import { useApp } from '../store/store';
import { useLanguage, useText } from '../text';
import type { CodeFile } from './codeFiles';

interface CodeProps {
  file: CodeFile;
  /** All files of the scene. */
  files: readonly CodeFile[];
  choose(name: string): void;
  code: SceneCode;
}

/** The source of a file; null while it comes, `failed` if it does not. */
function useSource(file: CodeFile) {
  const [source, setSource] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    file.load().then(
      (text) => current && setSource(text),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [file]);
  return { source, failed };
}

interface Lit {
  part: string;
  line: number;
  why: string;
}

/** The lines of a file that the scene lights, in the scene's order. Found once: the cursor changes nothing but the values. */
function useLit(source: string | null, { name }: CodeFile, { lines, why }: SceneCode): Lit[] {
  const language = useLanguage();
  return useMemo(
    () =>
      Object.entries(why(language)).flatMap(([part, reason]) => {
        const fragment = lines[name]?.[part];
        if (source === null || fragment === undefined) return [];
        return [{ part, line: lineOf(source, fragment), why: reason }];
      }),
    [source, name, lines, why, language],
  );
}

/** The file that runs, the scene's lines lit in it, and beside them what they have just computed. */
export function Code({ file, files, choose, code }: CodeProps) {
  const words = useText().drawer;
  const { source, failed } = useSource(file);
  const lit = useLit(source, file, code);
  const [at, lookAt] = useState<{ line: number }>();
  return (
    <>
      <div className="code-head">
        <p>
          {files.length > 1 ? (
            <select
              aria-label={words.file}
              value={file.name}
              onChange={(e) => choose(e.target.value)}
            >
              {files.map(({ name, when }) => (
                <option key={name} value={name}>
                  {when ? `${name}, ${words.when[when]}` : name}
                </option>
              ))}
            </select>
          ) : (
            <b>{file.name}</b>
          )}{' '}
          {words.codeIntro}
        </p>
        <ul>
          {lit
            .toSorted((a, b) => a.line - b.line)
            .map(({ line, why }) => (
              <li key={line}>
                <button type="button" className="plain" onClick={() => lookAt({ line })}>
                  {words.line} {line}: {why}
                </button>
              </li>
            ))}
        </ul>
      </div>
      {failed && <p>{words.missing}</p>}
      {source !== null && <Source source={source} file={file} code={code} lit={lit} at={at} />}
    </>
  );
}

/** The symbol that a value is of; it wears its hue. */
const SYMBOLS: readonly [string, SymbolName][] = [
  ['Δ', 'Delta'],
  ['Ā', 'A'],
  ['h', 'h'],
  ['x', 'x'],
  ['y', 'y'],
];

function Value({ text }: { text: string }) {
  const symbol = SYMBOLS.find(([letter]) => text.split('=')[0].includes(letter))?.[1];
  return <span className={symbol && symbolClass(symbol)}>{text}</span>;
}

interface SourceProps extends Pick<CodeProps, 'file' | 'code'> {
  source: string;
  lit: readonly Lit[];
  at: { line: number } | undefined;
}

function Source({ source, file, code, lit, at }: SourceProps) {
  const words = useText().drawer;
  const computed = useApp(useShallow(code.values));
  const values = useMemo(
    () => lit.map(({ part, line }) => ({ line, value: <Value text={computed?.[part] ?? '…'} /> })),
    [lit, computed],
  );
  return (
    <CodeView
      source={source}
      language={file.name.endsWith('.wgsl') ? 'wgsl' : 'typescript'}
      label={file.name}
      lit={lit}
      values={values}
      at={at}
      text={words}
    />
  );
}
