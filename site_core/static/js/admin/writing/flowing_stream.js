// A stream in which writing goes on: below what is put in stands a text. Loaded with the form, before its blocks are
// drawn.
(() => {
  const { StreamBlock, StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const TEXT = "section";

  class FlowingStream extends StreamBlock {
    constructor(...parts) {
      super(...parts);
      this.element.flowingStream = this;
      this.element.dataset.flowingStream = "";
      this.element.addEventListener("writing:done", (event) => this.textAfter(this.childAt(event.target)).focus());
    }

    _onRequestInsert(index, options) {
      super._onRequestInsert(index, options);
      if (options.type !== TEXT) this.textAt(index + 1);
      for (const block of Object.values(this.children[index].block.childBlocks ?? {})) block.begin?.();
    }

    childAt(element) {
      return this.children.find((child) => child.element.contains(element));
    }

    textAfter(child) {
      return this.textAt(child.index + 1);
    }

    textAt(index) {
      if (this.children[index]?.type !== TEXT) {
        this._insert(...this._getChildDataForInsertion({ type: TEXT }), index, {});
      }
      return this.children[index];
    }
  }

  class FlowingStreamDefinition extends StreamBlockDefinition {
    render(...parts) {
      return new FlowingStream(this, ...parts);
    }
  }

  window.telepath.register("site_core.blocks.FlowingStream", FlowingStreamDefinition);
})();
