import { expect } from '@open-wc/testing';
import { downloadsDuring } from '../../test/support/downloads.js';
import { rejection } from '../../test/support/rejection.js';
import { LiteChatError } from '../errors.js';
import { saveFile } from './save-file.js';

interface PickerOptions {
  suggestedName: string;
  types?: { accept: Record<string, string[]> }[];
}

/** A file that is picked, and what becomes of it. */
class PickedFile {
  readonly asked: PickerOptions[] = [];
  readonly written: Blob[] = [];
  state: 'untouched' | 'open' | 'closed' | 'aborted' = 'untouched';
  /** What the next write fails with. */
  failure: DOMException | undefined;

  readonly picker = (options: PickerOptions): Promise<object> => {
    this.asked.push(options);
    return Promise.resolve({ createWritable: () => this.#open() });
  };

  async #open(): Promise<object> {
    this.state = 'open';
    return {
      write: async (chunk: Blob) => {
        if (this.failure) throw this.failure;
        this.written.push(chunk);
      },
      close: async () => {
        this.state = 'closed';
      },
      abort: async () => {
        this.state = 'aborted';
      },
    };
  }

  text(): Promise<string> {
    return new Blob(this.written).text();
  }
}

const originals = {
  showSaveFilePicker: Object.getOwnPropertyDescriptor(globalThis, 'showSaveFilePicker'),
  userActivation: Object.getOwnPropertyDescriptor(navigator, 'userActivation'),
};

function usePicker(picker: (options: PickerOptions) => Promise<object>, isActive = true): void {
  const property = (value: unknown): PropertyDescriptor => ({ value, configurable: true });
  Object.defineProperty(globalThis, 'showSaveFilePicker', property(picker));
  Object.defineProperty(navigator, 'userActivation', property({ isActive }));
}

function restore(host: object, name: keyof typeof originals): void {
  Reflect.deleteProperty(host, name);
  const original = originals[name];
  if (original) Object.defineProperty(host, name, original);
}

function streamOf<Chunk>(...chunks: Chunk[]): ReadableStream<Chunk> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

/** Gives two pieces and then fails. */
function failingStream(error: unknown): ReadableStream<Blob> {
  const pieces = [new Blob(['{']), new Blob(['"a":'])];
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.error(error);
    },
  });
}

/** A person takes a moment. */
const dismissed = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new DOMException('The user aborted a request.', 'AbortError')), 500);
  });

const refused = (name: string) => (): Promise<never> => Promise.reject(new DOMException('', name));

const JSON_TYPE = 'application/json';
const content = (): Blob => new Blob(['{}']);

describe('saveFile', () => {
  afterEach(() => {
    restore(globalThis, 'showSaveFilePicker');
    restore(navigator, 'userActivation');
  });

  describe('where the user can be asked for the place', () => {
    it('asks before anything is read, and writes the pieces there', async () => {
      const file = new PickedFile();
      usePicker(file.picker);
      const downloads = await downloadsDuring(() =>
        saveFile('backup.json', JSON_TYPE, () => {
          expect(file.state).to.equal('open');
          return streamOf(new Blob(['{"a":']), new Blob(['"ü"}']));
        }),
      );
      expect(await file.text()).to.equal('{"a":"ü"}');
      expect(file.state).to.equal('closed');
      expect(downloads).to.have.length(0);
    });

    it('writes bytes, and a file that is at hand', async () => {
      const bytes = new PickedFile();
      usePicker(bytes.picker);
      await saveFile('a.json', JSON_TYPE, () => streamOf(new TextEncoder().encode('[1]')));
      expect(await bytes.text()).to.equal('[1]');
      const whole = new PickedFile();
      usePicker(whole.picker);
      await saveFile('a.json', JSON_TYPE, content());
      expect(await whole.text()).to.equal('{}');
    });

    for (const { name, type, types } of [
      {
        name: 'litechat_full_config_2026-01-31_23-59-59.json',
        type: JSON_TYPE,
        types: [{ accept: { 'application/json': ['.json'] } }],
      },
      {
        name: 'litechat_conversation_ü_V1StGX.md',
        type: 'text/markdown',
        types: [{ accept: { 'text/markdown': ['.md'] } }],
      },
      { name: 'backup.json.gz.age', type: 'application/octet-stream', types: undefined },
    ]) {
      it(`suggests the name ${name}`, async () => {
        const file = new PickedFile();
        usePicker(file.picker);
        await saveFile(name, type, content);
        expect(file.asked).to.deep.equal([
          { suggestedName: name, ...(types !== undefined && { types }) },
        ]);
      });
    }

    it('leaves no half file when reading fails, and fails with that error', async () => {
      const file = new PickedFile();
      usePicker(file.picker);
      const error = new LiteChatError('database-closed', 'Closed. Nothing was changed.');
      const outcome = await saveFile('a.json', JSON_TYPE, () => failingStream(error)).catch(
        (failure: unknown) => failure,
      );
      expect(outcome).to.equal(error);
      expect(file.written).to.have.length(2);
      expect(file.state).to.equal('aborted');
    });

    it('leaves no half file when the content cannot be had', async () => {
      const file = new PickedFile();
      usePicker(file.picker);
      const error = new Error('none');
      const outcome = await saveFile('a.json', JSON_TYPE, () => Promise.reject(error)).catch(
        (failure: unknown) => failure,
      );
      expect(outcome).to.equal(error);
      expect(file.state).to.equal('aborted');
    });

    it('stops reading and says so when the disk is full', async () => {
      const file = new PickedFile();
      usePicker(file.picker);
      file.failure = new DOMException('', 'QuotaExceededError');
      let cancelled = false;
      const endless = new ReadableStream<Blob>({
        pull: (controller) => controller.enqueue(new Blob(['x'])),
        cancel: () => {
          cancelled = true;
        },
      });
      const saving = saveFile('a.json', JSON_TYPE, () => endless);
      const error = await rejection(saving, 'file-unwritable');
      expect(error.message).to.contain('no more room');
      expect(error.message).to.contain('Nothing in the database was changed.');
      expect(error.cause).to.equal(file.failure);
      expect(file.state).to.equal('aborted');
      expect(cancelled).to.equal(true);
    });

    it('says so when the file cannot be written for another reason', async () => {
      const file = new PickedFile();
      usePicker(file.picker);
      file.failure = new DOMException('', 'NoModificationAllowedError');
      const error = await rejection(saveFile('a.json', JSON_TYPE, content), 'file-unwritable');
      expect(error.message).to.contain('Nothing in the database was changed.');
    });

    it('reads nothing when the dialog is dismissed, and rejects as the browser does', async () => {
      usePicker(dismissed);
      let isRead = false;
      let outcome: unknown;
      const downloads = await downloadsDuring(async () => {
        outcome = await saveFile('a.json', JSON_TYPE, () => {
          isRead = true;
          return content();
        }).catch((failure: unknown) => failure);
      });
      expect(outcome).to.be.instanceOf(DOMException);
      expect(outcome).to.have.property('name', 'AbortError');
      expect(isRead).to.equal(false);
      expect(downloads).to.have.length(0);
    });
  });

  describe('hands the file to the downloads', () => {
    async function downloads(): Promise<void> {
      const [saved, ...others] = await downloadsDuring(() =>
        saveFile('a.json', JSON_TYPE, () => streamOf(new Blob(['{']), new Blob(['}']))),
      );
      expect(others).to.have.length(0);
      expect(saved).to.include({ name: 'a.json', type: JSON_TYPE, text: '{}' });
    }

    it('when the user has not just done something', async () => {
      const file = new PickedFile();
      usePicker(file.picker, false);
      await downloads();
      expect(file.asked).to.have.length(0);
    });

    for (const name of ['SecurityError', 'NotAllowedError']) {
      it(`when the dialog is refused with ${name}`, async () => {
        usePicker(refused(name));
        await downloads();
      });
    }

    it('when the browser has no dialog to show and answers at once', async () => {
      usePicker(refused('AbortError'));
      await downloads();
    });
  });

  it('clicks no link when reading fails', async () => {
    const error = new Error('unreadable');
    let outcome: unknown;
    const downloads = await downloadsDuring(async () => {
      outcome = await saveFile('a.json', JSON_TYPE, () => failingStream(error)).catch(
        (failure: unknown) => failure,
      );
    });
    expect(outcome).to.equal(error);
    expect(downloads).to.have.length(0);
  });
});
