package io.spate.wrk.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaLibraryTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, libluajit64.so",
        "Linux, aarch64, libluajitarm64.so",
        "Mac OS X, aarch64, libluajitarm64.dylib",
        "Mac OS X, x86_64, libluajit64.dylib",
        "Windows 11, amd64, luajit64.dll",
        "Windows 11, aarch64, luajitarm64.dll"
    })
    void eachSystemHasItsLibraryInTheJar(String system, String processor, String name) {
        assertThat(LuaLibrary.name(system, processor)).isEqualTo(name);
        assertThat(getClass().getClassLoader().getResource(name)).isNotNull();
    }
}
