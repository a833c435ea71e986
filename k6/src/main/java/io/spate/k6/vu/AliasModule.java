package io.spate.k6.vu;

/**
 * Another name of a module.
 *
 * @param name the other name
 * @param of what it stands for; it has a default export
 */
public record AliasModule(String name, String of) implements ApiModule {
    @Override
    public String code() {
        return "export * from '%s';\nexport { default } from '%s';\n".formatted(of, of);
    }

    @Override
    public Object bind(Vu vu) {
        return this;
    }
}
