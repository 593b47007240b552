import { useEffect, useState } from 'react';
import { useText } from '../text';
import type { CodeFile } from './code';

/** Comments, and what stands between them. Strings with slashes do not occur in these files. */
const PIECES = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?:(?!\/\/|\/\*)[\s\S])+/g;
const COMMENT = /^\/[/*]/;

/** A source file as it is, its comments set back. */
export function CodeView({ file }: { file: CodeFile }) {
  const words = useText().drawer;
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
  return (
    <div className="code">
      <p className="cap">{words.codeIntro(file.name)}</p>
      <pre>
        {failed && words.missing}
        {source &&
          [...source.matchAll(PIECES)].map(({ 0: piece, index }) =>
            COMMENT.test(piece) ? <i key={index}>{piece}</i> : piece,
          )}
      </pre>
    </div>
  );
}
