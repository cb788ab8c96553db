import { expect } from '@open-wc/testing';
import { conversationEvent, projectEvent, settingsEvent } from '../model/events.js';
import { EventEmitter } from './event-emitter.js';

describe('the event emitter', () => {
  let events: EventEmitter;
  let heard: unknown[];

  beforeEach(() => {
    events = new EventEmitter();
    heard = [];
  });

  it('hands the payload to the handlers of that event alone', () => {
    events.on(settingsEvent.deleted, ({ key }) => heard.push(key));
    events.on(projectEvent.deleted, ({ projectId }) => heard.push(projectId));
    events.emit(settingsEvent.deleted, { key: 'theme' });
    expect(heard).to.deep.equal(['theme']);
  });

  it('hands every event to those who want all, after its own handlers', () => {
    events.onAny((name, payload) => heard.push([name, payload]));
    events.on(settingsEvent.deleted, () => heard.push('own'));
    events.emit(settingsEvent.deleted, { key: 'theme' });
    events.emit(conversationEvent.loadConversationsRequest);
    expect(heard).to.deep.equal([
      'own',
      [settingsEvent.deleted, { key: 'theme' }],
      [conversationEvent.loadConversationsRequest, undefined],
    ]);
  });

  it('calls no handler that has ended', () => {
    const handler = (): number => heard.push('off');
    const end = events.on(settingsEvent.deleted, () => heard.push('ended'));
    const endAny = events.onAny(() => heard.push('ended for all'));
    events.on(settingsEvent.deleted, handler);
    end();
    endAny();
    events.off(settingsEvent.deleted, handler);
    events.emit(settingsEvent.deleted, { key: 'theme' });
    expect(heard).to.deep.equal([]);
  });

  it('calls those who were listening when the event came, whoever comes or goes', () => {
    events.on(settingsEvent.deleted, () => {
      heard.push('first');
      events.on(settingsEvent.deleted, () => heard.push('late'));
      endSecond();
    });
    const endSecond = events.on(settingsEvent.deleted, () => heard.push('second'));
    events.onAny(() => {
      heard.push('any');
      events.onAny(() => heard.push('late for all'));
    });
    events.emit(settingsEvent.deleted, { key: 'theme' });
    expect(heard).to.deep.equal(['first', 'second', 'any']);
  });

  it('reports a handler that throws, and calls the others', () => {
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => reported.push(error);
    const failure = new Error('a mod fails');
    events.on(settingsEvent.deleted, () => {
      throw failure;
    });
    events.on(settingsEvent.deleted, () => heard.push('second'));
    events.onAny(() => heard.push('any'));
    events.emit(settingsEvent.deleted, { key: 'theme' });
    globalThis.reportError = reportError;
    expect(reported).to.deep.equal([failure]);
    expect(heard).to.deep.equal(['second', 'any']);
  });

  it('knows the payload of each event', () => {
    // @ts-expect-error A settings event says which key.
    events.emit(settingsEvent.deleted, {});
    // @ts-expect-error No such event.
    events.emit('settings.lost', {});
    // @ts-expect-error It has no payload.
    events.emit(projectEvent.loadProjectsRequest, {});
    expect(heard).to.deep.equal([]);
  });
});
