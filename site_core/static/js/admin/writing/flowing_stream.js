// A stream in which writing goes on: below what was put in stands a text, and Enter at its end, or Ctrl+Enter
// anywhere in it, leads there. Loaded with the form, before its blocks are drawn.
(() => {
  const { StreamBlock, StreamBlockDefinition } = window.wagtailStreamField.blocks;
  const TEXT = "section";
  const LINE = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [role=combobox])";

  class FlowingStream extends StreamBlock {
    constructor(...parts) {
      super(...parts);
      this.element.flowingStream = this;
      this.element.addEventListener("keydown", (event) => this.leave(event));
    }

    _onRequestInsert(index, options) {
      super._onRequestInsert(index, options);
      if (options.type !== TEXT) this.textAt(index + 1);
      this.element.dispatchEvent(new CustomEvent("writing:inserted", { bubbles: true, detail: this.children[index] }));
    }

    textAt(index) {
      if (this.children[index]?.type !== TEXT) {
        this._insert(...this._getChildDataForInsertion({ type: TEXT }), index, {});
      }
      return this.children[index];
    }

    leave(event) {
      if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.shiftKey || event.altKey) return;
      const child = this.children.find((block) => block.element.contains(event.target));
      const inOneGo = event.ctrlKey || event.metaKey;
      if (!child || child.type === TEXT || (!inOneGo && !event.target.matches(LINE))) return;
      event.preventDefault();
      const all = [...child.element.querySelectorAll(`${LINE}, textarea, [contenteditable=true]`)];
      const fields = all.filter((field) => field.checkVisibility());
      const next = fields[fields.indexOf(event.target) + 1];
      if (next && !inOneGo) next.focus();
      else this.textAt(child.index + 1).focus();
    }
  }

  class FlowingStreamDefinition extends StreamBlockDefinition {
    render(...parts) {
      return new FlowingStream(this, ...parts);
    }
  }

  window.telepath.register("site_core.blocks.FlowingStream", FlowingStreamDefinition);
})();
