package io.spate.k6.api.files;

import io.spate.k6.vu.ApiModule;
import io.spate.k6.vu.Vu;

/** The module {@code k6/experimental/fs}. */
public final class FilesModule implements ApiModule {
    @Override
    public String name() {
        return "k6/experimental/fs";
    }

    @Override
    public String code() {
        return ApiModule.resource(FilesModule.class, "fs.js");
    }

    @Override
    public Object bind(Vu vu) {
        return new FilesBinding(vu);
    }
}
