// A list of things that are chosen: its "Add" opens the chooser, where several are ticked at once.
(() => {
  const { ListBlock, ListBlockDefinition } = window.wagtailStreamField.blocks;

  class ChooserList extends ListBlock {
    _onRequestInsert(index) {
      const { childBlockDef, meta } = this.blockDef;
      childBlockDef.widget.openModal(
        (chosen) => {
          const room = (meta.maxNum ?? Infinity) - this.children.length;
          chosen.slice(0, room).forEach((state, place) => {
            const [definition, , id] = this._getChildDataForInsertion();
            this._insert(definition, state, id, index + place, {});
          });
          window.jQuery(document).one("hidden.bs.modal", () => setTimeout(() => this.done()));
        },
        { multiple: true },
      );
    }

    done() {
      this.container[0].dispatchEvent(new CustomEvent("writing:done", { bubbles: true }));
    }

    begin() {
      setTimeout(() => {
        this.container.find("[data-streamfield-list-add]").last().focus();
        this._onRequestInsert(this.children.length);
      }, 50);
    }
  }

  class ChooserListDefinition extends ListBlockDefinition {
    render(...parts) {
      return new ChooserList(this, ...parts);
    }
  }

  window.telepath.register("site_core.blocks.ChooserList", ChooserListDefinition);
})();
