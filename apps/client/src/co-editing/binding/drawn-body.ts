/** The shared text as nodes of the editor. A block that nobody touched is the very node it was, and so is what is in it. */
import type { Mark, Node, Schema } from '@tiptap/pm/model';
import type { updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Which node stands for which shared type; what writes into the shared text looks here for what did not change. */
export type Drawn = Parameters<typeof updateYFragment>[3]['mapping'];

interface Run {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export class DrawnBody {
  readonly nodes: Drawn = new Map();
  readonly #body: Y.XmlFragment;
  readonly #schema: Schema;
  /** Nodes of types that have changed since, until they are drawn anew. */
  readonly #former = new Map<object, Node>();
  #formerOf = new Map<Node, Node>();

  constructor(body: Y.XmlFragment, schema: Schema) {
    this.#body = body;
    this.#schema = schema;
  }

  /** What a change touched, and all around it, is drawn anew the next time. */
  forget(transaction: Y.Transaction): void {
    for (const type of new Set([...transaction.changed.keys(), ...transaction.changedParentTypes.keys()])) {
      const node = this.nodes.get(type);
      if (node && !Array.isArray(node)) this.#former.set(type, node);
      this.nodes.delete(type);
    }
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType)
        this.nodes.delete(struct.content.type);
    });
  }

  /** The blocks of the text, and which node each remade one stands in the place of. */
  draw(): { readonly blocks: readonly Node[]; readonly formerOf: ReadonlyMap<Node, Node> } {
    this.#formerOf = new Map();
    const blocks = this.#childrenOf(this.#body);
    this.#former.clear();
    return { blocks, formerOf: this.#formerOf };
  }

  /** The editor has joined the pieces into nodes of its own: these are what is looked for from now on. */
  settle(parent: Node, type: Y.XmlFragment = this.#body): void {
    const elements = elementsIn(type);
    let at = 0;
    parent.forEach((node) => {
      if (node.isText) return;
      const element = elements[at++];
      if (element === undefined || this.nodes.get(element) === node) return;
      this.nodes.set(element, node);
      this.settle(node, element);
    });
  }

  #childrenOf(type: Y.XmlFragment): Node[] {
    return type.toArray().flatMap((child) => {
      if (child instanceof Y.XmlText) return this.#runsOf(child);
      if (child instanceof Y.XmlElement) return [this.#nodeOf(child)];
      throw new Error('the shared text holds what no editor draws');
    });
  }

  #nodeOf(element: Y.XmlElement): Node {
    const known = this.nodes.get(element);
    if (known && !Array.isArray(known)) return known;
    const former = this.#former.get(element);
    const made = this.#schema.node(element.nodeName, element.getAttributes(), this.#childrenOf(element));
    const node = former?.eq(made) ? former : made;
    if (former) this.#formerOf.set(node, former);
    this.nodes.set(element, node);
    return node;
  }

  #runsOf(text: Y.XmlText): Node[] {
    // Yjs declares a delta as any; its shape is checked piece by piece.
    const runs = text.toDelta() as readonly Run[];
    return runs.flatMap(({ insert, attributes = {} }) =>
      typeof insert === 'string' ? [this.#schema.text(insert, this.#marksOf(attributes))] : [],
    );
  }

  #marksOf(attributes: Readonly<Record<string, unknown>>): Mark[] {
    return Object.entries(attributes).map(([name, value]) =>
      this.#schema.mark(name, typeof value === 'object' ? value : null),
    );
  }
}

export const elementsIn = (type: Y.XmlFragment): Y.XmlElement[] =>
  type.toArray().filter((child) => child instanceof Y.XmlElement);
