import { describe, expect, it } from 'vitest';
import { failure, tinyTokenizer } from '../checkpoint/testing/tiny';
import { parseTokenizer, type Tokenizer } from './tokenizer';

type Change = (json: ReturnType<typeof tinyTokenizer>) => unknown;

/** The tiny tokenizer, after a change to its file. */
function make(change: Change = () => {}): Tokenizer {
  const json = tinyTokenizer();
  change(json);
  return parseTokenizer(JSON.stringify(json));
}

describe('a tokenizer.json', () => {
  it('of bytes, one merge and one special token works', () => {
    const tiny = make();
    expect(tiny).toMatchObject({ vocabSize: 258, endOfText: 0 });
    expect(tiny.encode('he')).toEqual([257]);
    expect(tiny.decode(tiny.encode('he 😀'))).toBe('he 😀');
  });

  it('may use old merges, leave out optional members and have a decoder in a sequence', () => {
    const tiny = make((json) => {
      json.model['merges'] = ['h e'];
      delete json.model['type'];
      delete json['normalizer'];
      delete json['post_processor'];
      delete json['added_tokens'];
      json['decoder'] = { type: 'Sequence', decoders: [{ type: 'ByteLevel' }] };
    });
    expect(tiny.encode('he')).toEqual([257]);
    expect(tiny.endOfText).toBeNull();
  });

  it('may add tokens beyond the vocabulary, whose text is plain', () => {
    const tiny = make(
      (json) => void (json['added_tokens'] = [{ id: 300, content: '你', special: false }]),
    );
    expect(tiny.vocabSize).toBe(301);
    expect(tiny.encode('a你')).toEqual([expect.any(Number), 300]);
    expect(tiny.decode([300, 257, 299])).toBe('你he');
  });

  it.each<[string, string, Change]>([
    ['no model', 'foreign', (json) => delete (json as Record<string, unknown>)['model']],
    ['a Unigram model', 'foreign', (json) => (json.model['type'] = 'Unigram')],
    ['another decoder', 'foreign', (json) => (json['decoder'] = { type: 'Metaspace' })],
    ['no decoder', 'foreign', (json) => delete json['decoder']],
    ['word endings', 'foreign', (json) => (json.model['end_of_word_suffix'] = '</w>')],
    ['an unknown splitter', 'foreign', (json) => (json['pre_tokenizer'] = { type: 'Oracle' })],
    ['no vocabulary', 'corrupt', (json) => delete json.model['vocab']],
    ['an empty vocabulary', 'corrupt', (json) => (json.model['vocab'] = {})],
    [
      'a vast id',
      'corrupt',
      (json) => ((json.model['vocab'] as Record<string, number>)['he'] = 4e9),
    ],
    ['an id that is no number', 'corrupt', (json) => (json.model['vocab'] = { a: 'b' })],
    [
      'the same id twice',
      'corrupt',
      (json) => ((json.model['vocab'] as Record<string, number>)['he'] = 9),
    ],
    ['no merges', 'corrupt', (json) => delete json.model['merges']],
    ['a merge of three', 'corrupt', (json) => (json.model['merges'] = [['h', 'e', 'y']])],
    ['a merge of numbers', 'corrupt', (json) => (json.model['merges'] = [[1, 2]])],
    ['a merge without a token', 'corrupt', (json) => (json.model['merges'] = [['e', 'h']])],
    ['mixed merges', 'corrupt', (json) => (json.model['merges'] = ['h e', ['h', 'e']])],
    ['added tokens that are no list', 'corrupt', (json) => (json['added_tokens'] = {})],
    [
      'an added token without text',
      'corrupt',
      (json) => (json['added_tokens'] = [{ id: 0, content: '' }]),
    ],
    [
      'an added token without a number',
      'corrupt',
      (json) => (json['added_tokens'] = [{ content: 'x' }]),
    ],
  ])('with %s is refused as %s', async (_what, code, change) => {
    const error = await failure(() => make(change));
    expect(error).toMatchObject({ code, file: 'tokenizer.json' });
    expect(error.message).toMatch(/Download it again|Choose a checkpoint|published/);
  });

  it.each(['', 'not JSON', '[]', '{}'])('that is %j is refused', async (content) => {
    expect((await failure(() => parseTokenizer(content))).file).toBe('tokenizer.json');
  });
});
