import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { CodeView } from '../../viz/code/CodeView';
import { lineOf } from '../../viz/code/lineOf';
import type { SceneCode } from '../scenes/scene';
import { useApp } from '../store/store';
import { useLanguage, useText } from '../text';
import type { CodeFile } from './codeFiles';

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

/** The file that runs, the scene's lines lit in it, and beside them what they have just computed. */
export function Code({ file, code }: { file: CodeFile; code: SceneCode }) {
  const words = useText().drawer;
  const { source, failed } = useSource(file);
  return (
    <>
      <p className="cap">{words.codeIntro(file.name)}</p>
      {failed && <p>{words.missing}</p>}
      {source !== null && <Lit source={source} file={file} code={code} />}
    </>
  );
}

function Lit({ source, file, code }: { source: string; file: CodeFile; code: SceneCode }) {
  const words = useText().drawer;
  const language = useLanguage();
  // Found once a file; the cursor changes nothing but the values.
  const lit = useMemo(() => {
    const fragments = code.lines[file.name] ?? {};
    return Object.entries(code.why(language)).flatMap(([part, why]) => {
      const fragment = fragments[part];
      return fragment === undefined ? [] : [{ part, line: lineOf(source, fragment), why }];
    });
  }, [source, file, code, language]);
  const computed = useApp(useShallow(code.values));
  const values = useMemo(
    () => lit.map(({ part, line }) => ({ line, value: computed?.[part] ?? '…' })),
    [lit, computed],
  );
  return (
    <CodeView
      source={source}
      language={file.name.endsWith('.wgsl') ? 'wgsl' : 'typescript'}
      label={file.name}
      lit={lit}
      values={values}
      text={words}
    />
  );
}
