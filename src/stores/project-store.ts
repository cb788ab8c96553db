import type { Project } from '../model/entities.js';
import { projectEvent } from '../model/events.js';
import { withDescendants } from '../model/with-descendants.js';
import type { ProjectConversations } from '../persistence/cascades.js';
import type { Saveable } from '../persistence/persistence.js';
import {
  actionHandlers,
  createLiveStore,
  type LiveState,
  type LiveStore,
  type StoreDependencies,
} from './live-store.js';
import { TableRows } from './table-rows.js';

/** The projects, and what can be done with them. */
export interface ProjectState extends LiveState {
  /** By name; `parentId` tells the tree. */
  projects: Project[];

  loadProjects(): Promise<Project[]>;
  /** Resolves to the id. */
  addProject(project: Partial<Saveable<Project>>): Promise<string>;
  updateProject(id: string, updates: Partial<Project>): Promise<void>;
  /** Deletes the projects below it too. */
  deleteProject(id: string, options?: { conversations?: ProjectConversations }): Promise<void>;
}

export function createProjectStore({
  persistence,
  events,
}: StoreDependencies): LiveStore<ProjectState> {
  const rows = new TableRows(persistence, 'projects', () => persistence.loadProjects());

  return createLiveStore<ProjectState>({
    lists: [rows],
    shown: () => ({ projects: rows.shown }),
    state: (_set, get) => ({
      status: { state: 'idle' },
      projects: [],

      async loadProjects() {
        const projects = await rows.load();
        events.emit(projectEvent.loaded, { projects });
        return projects;
      },

      async addProject(draft) {
        const project = await rows.put({ name: '', parentId: null, ...draft }, (row) =>
          persistence.saveProject(row),
        );
        events.emit(projectEvent.added, { project });
        return project.id;
      },

      async updateProject(id, updates) {
        const { changes } = await rows.update(id, { updatedAt: new Date(), ...updates });
        events.emit(projectEvent.updated, { projectId: id, updates: changes });
      },

      async deleteProject(id, options) {
        const doomed = withDescendants(rows.isReady ? rows.committed : await rows.load(), id);
        await rows.remove(doomed, () => persistence.deleteProject(id, options));
        for (const projectId of doomed) events.emit(projectEvent.deleted, { projectId });
      },

      getRegisteredActionHandlers: () =>
        actionHandlers('projectStore', {
          [projectEvent.loadProjectsRequest]: get().loadProjects,
          [projectEvent.addProjectRequest]: get().addProject,
          [projectEvent.updateProjectRequest]: ({ id, updates }) =>
            get().updateProject(id, updates),
          [projectEvent.deleteProjectRequest]: ({ id }) => get().deleteProject(id),
        }),
    }),
  });
}
