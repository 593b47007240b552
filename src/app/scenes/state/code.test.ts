import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../viz/code/lineOf';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import { code, LINES } from './code';

describe('the lit lines', () => {
  it.each(Object.entries(LINES))('of %s are in its shader, each once', (operation, lines) => {
    const source = readFileSync(`src/shaders/${operation}.wgsl`, 'utf8');
    for (const fragment of Object.values(lines)) {
      expect(source.split(fragment)).toHaveLength(2);
      expect(lineOf(source, fragment)).toBeGreaterThan(0);
    }
  });

  it('say nothing before anything is read, nor of other files', () => {
    const state = { ...recordedRun(), theme: 'system' } as AppState;
    expect(code(state, 'selectiveStep')).toBeNull();
    expect(code(state, 'linear')).toBeNull();
  });
});
