package com.acme.kotlin

import com.acme.shell.Busy
import com.acme.shell.Shell
import io.reloadagent.api.Dynamic

@Dynamic("app")
object Single {
    var size = 1
}

class WithCompanion {
    companion object {
        @field:Dynamic("app.size")
        var size = 1

        @JvmStatic
        @field:Dynamic("app.limit")
        var limit = 1L
    }
}

@Dynamic("app")
class Exposed {
    @JvmField
    var size = 1
}

@Dynamic("app")
open class Settings(val size: Int) {
    protected var limit = 1L

    private val names = mutableListOf("own")

    lateinit var name: String

    fun closure(): () -> Long = { limit + names.size - 1 }

    inline fun <T> inlined(read: (Settings) -> T): T = read(this)
}

class Derived : Settings(1) {
    fun inherited() = limit

    val computed: Int get() = size
}

@Dynamic("app")
data class Data(val size: Int, val label: String?)

@field:Dynamic("app.top-level")
var topLevel: Int? = 1

fun main() {
    val companion = WithCompanion
    val exposed = Exposed()
    val settings = Settings(1).apply { name = "own" }
    val derived = Derived()
    val data = Data(1, null)
    val closure = settings.closure()
    val local = { exposed.size }
    val busy = Busy()
        .reading("object") { Single.size }
        .reading("companion") { companion.size }
        .reading("static companion") { WithCompanion.limit }
        .reading("field") { exposed.size }
        .reading("property") { settings.size }
        .reading("late property") { settings.name.length }
        .reading("inherited") { derived.inherited() }
        .reading("computed") { derived.computed }
        .reading("closure") { closure() }
        .reading("local closure") { local() }
        .reading("inline") { settings.inlined { it.size } }
        .reading("reference", settings::size)
        .reading("data") { data.size }
        .reading("component") { data.component1() }
        .reading("copy") { data.copy(label = "copy").size }
        .reading("text") { data.toString() }
        .reading("top level") { topLevel }
        .begin()
    Shell().on("seenAll") { busy.seenAll() }.run()
}
