import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lineOf } from '../../../viz/code/lineOf';
import { LINES } from './code';

it.each(Object.entries(LINES))(
  'the lit lines of %s are in its shader, each once',
  (operation, lines) => {
    const source = readFileSync(`src/shaders/${operation}.wgsl`, 'utf8');
    for (const fragment of Object.values(lines))
      expect(lineOf(source, fragment)).toBeGreaterThan(0);
  },
);
